// The keyed hash of a canonical address: equal addresses are found without being read, and a suppression
// outlives the address it is about. The key is made at first start and never leaves DATA_DIR.
import { createHmac, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

let key: Buffer | undefined;

/** Reads the key, or makes it; two processes that start together agree, as the first link wins. */
export function loadAddressHashKey(dataDir: string): void {
  const folder = join(dataDir, "keys");
  const file = join(folder, "address-hash.key");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(mine, randomBytes(32), { mode: 0o600 });
  try {
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(mine);
  }
  key = readFileSync(file);
}

/** HMAC-SHA-256 of a canonical address, 32 bytes. */
export function addressHash(canonical: string): Buffer {
  if (!key) throw new Error("The key of the address hash was not loaded.");
  return createHmac("sha256", key).update(canonical).digest();
}
