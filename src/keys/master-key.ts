// The master key of this process, read at its start. Outside development mode the operator says where it is: it
// belongs on another disk than the database, since whoever holds both can read everything.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { StartUpError } from "../start-up-error";
import { makeMasterKeyFile, newestOf, readMasterKeys, type MasterKeys } from "./master-key-file";

type Where = { masterKeyFile: string | null; dataDir: string };

let loaded: { path: string; keys: MasterKeys } | undefined;

/** Reads the master key; development mode makes one in DATA_DIR where none is named. */
export function loadMasterKey(where: Where & { isDevelopment: boolean }): void {
  if (where.masterKeyFile === null && where.isDevelopment) makeMasterKeyFile(masterKeyPath(where));
  else if (where.masterKeyFile === null) {
    throw new StartUpError(
      "MASTER_KEY_FILE is not set, and development mode is off. Set it to a path on another disk than the database's, and run npm run keys -- new-version, which makes the file.",
    );
  }
  loadMasterKeyFile(masterKeyPath(where));
}

export function loadMasterKeyFile(path: string): void {
  if (!existsSync(path)) {
    throw new StartUpError(
      `MASTER_KEY_FILE: there is no file ${path}. Put it back from a copy; if nothing was ever sealed, npm run keys -- new-version makes it.`,
    );
  }
  loaded = { path, keys: readMasterKeys(path) };
}

export const masterKeyPath = ({ masterKeyFile, dataDir }: Where) =>
  masterKeyFile ?? join(dataDir, "keys", "master.key");

/** What seals. */
export function newestMasterKey(): { version: number; key: Buffer } {
  const { keys } = here();
  const version = newestOf(keys);
  return { version, key: keys.get(version)! };
}

/** What opens. A version that this process doesn't know may have been added since it started. */
export function masterKeyOf(version: number): Buffer | undefined {
  const { path, keys } = here();
  if (keys.has(version)) return keys.get(version);
  try {
    loadMasterKeyFile(path);
  } catch {
    return undefined; // the keys that were read at the start stay
  }
  return here().keys.get(version);
}

function here() {
  if (!loaded) throw new Error("The master key was not loaded.");
  return loaded;
}
