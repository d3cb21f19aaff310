// A secret is made once, and its file is its owner's alone. It is written whole under a name of its own and then
// linked: of several processes that start together the first link made it, the others read it.
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { StartUpError } from "../start-up-error";

/** The bytes of a key, and the least that a file of secrets may hold. */
export const KEY_BYTES = 32;

/** Makes the file unless it is there. */
export function makeOnce(path: string, make: () => Buffer | string): void {
  if (existsSync(path)) return;
  const folder = dirname(path);
  const draft = join(folder, `.${basename(path)}.${randomBytes(6).toString("hex")}.draft`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(draft, make(), { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
  flushFolder(folder);
}

/** What the file holds. Refuses one that others can read, and one too short to be a secret. */
export function readSecret(path: string): Buffer {
  if (process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0) {
    throw new StartUpError(
      `${path} can be read by others than its owner. Run chmod 600 on it and start again.`,
    );
  }
  const secret = readFileSync(path);
  if (secret.length < KEY_BYTES) {
    throw new StartUpError(
      `${path} holds ${secret.length} bytes, too short for a secret. Put back the file from a copy, or remove it if nothing was ever kept with it.`,
    );
  }
  return secret;
}

/** So that what is encrypted next can't outlive its key in a power cut. */
export function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  fsyncSync(opened);
  closeSync(opened);
}
