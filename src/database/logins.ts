// The passwords of the logins: made by us, kept in one file that only its owner can read. A login that came with a later
// version of the program has one that follows from the others, so that the file need not change.
import { createHmac, randomBytes } from "node:crypto";
import { makeOnce, readSecret } from "../keys/key-file";
import { StartUpError } from "../start-up-error";
import { LOGIN_NAMES, type Login } from "./roles";

export type LoginPasswords = Record<Login, string>;

const PASSWORD_BYTES = 32;

/** The passwords in this file, made now if there are none yet. */
export function makeLoginPasswords(path: string): LoginPasswords {
  makeOnce(path, () => `${JSON.stringify(newPasswords(), null, 2)}\n`);
  return readLoginPasswords(path);
}

export function readLoginPasswords(path: string): LoginPasswords {
  const kept = parsed(path);
  const passwords = {
    ...kept,
    login_sign_in: kept.login_sign_in ?? following(kept, "login_sign_in"),
  };
  const missing = LOGIN_NAMES.filter((login) => typeof passwords[login] !== "string");
  if (missing.length > 0) {
    throw new StartUpError(
      `LOGIN_PASSWORDS_FILE: ${path} lacks the password of ${missing.join(", ")}. Remove the file and migrate again.`,
    );
  }
  return passwords as LoginPasswords;
}

const following = ({ login_jobs: known }: Partial<LoginPasswords>, login: Login) =>
  known && createHmac("sha256", known).update(login).digest("hex");

export const newPassword = () => randomBytes(PASSWORD_BYTES).toString("hex");

export const newPasswords = () =>
  Object.fromEntries(LOGIN_NAMES.map((login) => [login, newPassword()])) as LoginPasswords;

function parsed(path: string): Partial<LoginPasswords> {
  try {
    return JSON.parse(readSecret(path).toString()) as Partial<LoginPasswords>;
  } catch (error) {
    if (error instanceof StartUpError) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new StartUpError(
      isMissing
        ? `LOGIN_PASSWORDS_FILE: there is no file ${path}. Run the migrating process first; it makes the passwords.`
        : `LOGIN_PASSWORDS_FILE: ${path} is not a readable JSON file. Mend its permissions, or remove it and migrate again.`,
    );
  }
}
