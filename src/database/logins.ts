// The passwords of the five logins: made by us, kept in one file that only its owner can read. The file is
// written whole under another name and then linked, so that servers starting together agree on one.
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { StartUpError } from "../start-up-error";
import { LOGIN_NAMES, type Login } from "./roles";

export type LoginPasswords = Record<Login, string>;

const PASSWORD_BYTES = 32;

/** The passwords in this file, made now if there are none yet. */
export function makeLoginPasswords(path: string): LoginPasswords {
  if (!existsSync(path)) writeOnce(path, JSON.stringify(newPasswords(), null, 2));
  return readLoginPasswords(path);
}

export function readLoginPasswords(path: string): LoginPasswords {
  const passwords = parsed(path);
  const missing = LOGIN_NAMES.filter((login) => typeof passwords[login] !== "string");
  if (missing.length > 0) {
    throw new StartUpError(
      `LOGIN_PASSWORDS_FILE: ${path} lacks the password of ${missing.join(", ")}. Remove the file and migrate again.`,
    );
  }
  return passwords as LoginPasswords;
}

export const newPassword = () => randomBytes(PASSWORD_BYTES).toString("hex");

export const newPasswords = () =>
  Object.fromEntries(LOGIN_NAMES.map((login) => [login, newPassword()])) as LoginPasswords;

/** Whoever links first has made the file; the others read it. */
function writeOnce(path: string, text: string): void {
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}

function parsed(path: string): Partial<LoginPasswords> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Partial<LoginPasswords>;
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new StartUpError(
      isMissing
        ? `LOGIN_PASSWORDS_FILE: there is no file ${path}. Run the migrating process first; it makes the passwords.`
        : `LOGIN_PASSWORDS_FILE: ${path} is not a readable JSON file. Mend its permissions, or remove it and migrate again.`,
    );
  }
}
