// The keys of address hashes, a layer each: the first hashes the address, every later one the hash before it. A process
// loads as many as the database's hashes have layers; with one too few it would know nobody, suppressed addresses included.
import { createHmac, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { StartUpError } from "../start-up-error";
import { KEY_BYTES, makeOnce, readSecret } from "./key-file";

export const addressHashKeyFile = (dataDir: string, layer: number) =>
  join(dataDir, "keys", layer === 1 ? "address-hash.key" : `address-hash-${layer}.key`);

let loaded: readonly Buffer[] | undefined;

export function loadAddressHashKeys(dataDir: string, layers: number): void {
  const [missing] = missingAddressHashKeys(dataDir, layers);
  if (missing !== undefined) {
    throw new StartUpError(
      `Addresses are hashed in ${layers} layers, and there is no ${missing}. Put it back from a copy: without it nobody who must not be mailed is recognised.`,
    );
  }
  if (layers === 0) {
    throw new StartUpError(
      "No address was ever hashed in this database. Run the migrating process, which makes the key.",
    );
  }
  loaded = layersUpTo(layers).map((layer) => readSecret(addressHashKeyFile(dataDir, layer)));
}

/** The files that the data folder lacks. */
export const missingAddressHashKeys = (dataDir: string, layers: number): string[] =>
  layersUpTo(layers)
    .map((layer) => addressHashKeyFile(dataDir, layer))
    .filter((path) => !existsSync(path));

/** The key of a layer, made unless its file is there: a run that was killed behind it left one that nothing was hashed under. */
export function makeAddressHashKey(dataDir: string, layer: number): Buffer {
  const path = addressHashKeyFile(dataDir, layer);
  makeOnce(path, () => randomBytes(KEY_BYTES));
  return readSecret(path);
}

export function hashInLayers(canonical: string): Buffer {
  if (!loaded) throw new Error("The keys of address hashes were not loaded.");
  const [first, ...later] = loaded as [Buffer, ...Buffer[]];
  return later.reduce((hash, key) => hashOnce(key, hash), hashOnce(first, canonical));
}

/** HMAC-SHA-256, 32 bytes. */
export const hashOnce = (key: Buffer, what: string | Buffer): Buffer =>
  createHmac("sha256", key).update(what).digest();

const layersUpTo = (layers: number) => Array.from({ length: layers }, (_, index) => index + 1);
