// The file of the master key: a line «VERSION BASE64 of 32 bytes» for each version. The highest version seals and
// every version opens, so a line may go only when no value is sealed under it any more.
import { randomBytes } from "node:crypto";
import { existsSync, openSync, closeSync, renameSync, rmSync, writeSync, fsyncSync } from "node:fs";
import { dirname } from "node:path";
import { StartUpError } from "../start-up-error";
import { flushFolder, KEY_BYTES, makeOnce, readSecret } from "./key-file";

/** The keys by their versions, oldest first. */
export type MasterKeys = ReadonlyMap<number, Buffer>;

const LINE = /^([1-9]\d{0,8}) ([A-Za-z0-9+/]{43}=)$/;

export function readMasterKeys(path: string): MasterKeys {
  const keys = new Map<number, Buffer>();
  const lines = readSecret(path).toString().split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [, version, base64] = LINE.exec(line.trim()) ?? [];
    if (!version || !base64 || keys.has(Number(version))) {
      throw new StartUpError(
        `MASTER_KEY_FILE: line ${index + 1} of ${path} is not a version of its own and ${KEY_BYTES} bytes in base64. Put back the file from a copy.`,
      );
    }
    keys.set(Number(version), Buffer.from(base64, "base64"));
  }
  if (keys.size === 0) throw new StartUpError(`MASTER_KEY_FILE: ${path} holds no key.`);
  return new Map([...keys].sort(([one], [other]) => one - other));
}

/** Makes the file with its first version, unless it is there. */
export const makeMasterKeyFile = (path: string) => makeOnce(path, () => lineOf(1));

/** Adds a version, or makes the file with the first; answers which. */
export function addVersion(path: string): number {
  if (!existsSync(path)) {
    makeMasterKeyFile(path);
    return 1;
  }
  const draft = claimed(`${path}.draft`);
  try {
    const text = readSecret(path).toString().trimEnd();
    const version = newestOf(readMasterKeys(path)) + 1;
    writeSync(draft, `${text}\n${lineOf(version)}`);
    fsyncSync(draft);
    renameSync(`${path}.draft`, path);
    flushFolder(dirname(path));
    return version;
  } catch (error) {
    rmSync(`${path}.draft`, { force: true });
    throw error;
  } finally {
    closeSync(draft);
  }
}

export const newestOf = (keys: MasterKeys) => Math.max(...keys.keys());

const lineOf = (version: number) => `${version} ${randomBytes(KEY_BYTES).toString("base64")}\n`;

/** Only one process at a time adds a version: a line that another overwrote would be lost with what it sealed. */
function claimed(path: string): number {
  try {
    return openSync(path, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new StartUpError(
      `${path} is there: another process adds a version, or was killed while it did. If none runs, remove that file and try again.`,
    );
  }
}
