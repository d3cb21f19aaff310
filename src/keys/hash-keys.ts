// Keyed hashes, each use under a key of its own, so that no hash made for one use can serve another. The keys are
// made at the first start in DATA_DIR/keys; machines that serve together share that folder. Hashes of addresses, whose key
// rotates, are made in address-hash-keys.ts.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { KEY_BYTES, makeOnce, readSecret } from "./key-file";
import { joined, type Part } from "./parts";

const NAMES = ["cursor", "sign-in", "links", "refresh", "replay", "client-secrets"] as const;
type HashKeyName = (typeof NAMES)[number];

const keys = new Map<HashKeyName, Buffer>();

/** Reads the keys of a data folder, making those that there are not yet. */
export function loadHashKeys(dataDir: string): void {
  for (const name of NAMES) {
    const path = join(dataDir, "keys", `${name}.key`);
    makeOnce(path, () => randomBytes(KEY_BYTES));
    keys.set(name, readSecret(path));
  }
}

/** HMAC-SHA-256 of the parts, 32 bytes. */
export const keyedHash = (name: HashKeyName, ...parts: readonly Part[]): Buffer =>
  createHmac("sha256", hashKey(name)).update(joined(parts)).digest();

/** Whether two hashes are equal, in a time that doesn't tell where they differ. */
export const matches = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

function hashKey(name: HashKeyName): Buffer {
  const key = keys.get(name);
  if (!key) throw new Error("The keys of hashes were not loaded.");
  return key;
}
