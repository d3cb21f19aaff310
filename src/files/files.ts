// Files and their bytes. A file is encrypted under a key of its own, which stands sealed in its row: with the row gone
// nobody reads what is left in a store or its backups.
import { createHash, hkdfSync, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { newId } from "../database/uuid";
import { open, seal } from "../keys/envelope";
import { KEY_BYTES } from "../keys/key-file";
import { fileKeyOf } from "../keys/sealed-columns";
import { objectStore } from "./object-store";
import { opened, sealed } from "./sealed-stream";

/** What the row of a file keeps of its bytes. */
export type Kept = { id: string; byteCount: number; sha256: Buffer; sealedKey: Buffer };

export type ReadableFile = { id: string; sealedKey: Buffer };

/** Encrypts and keeps what comes. Its row is to be written by whoever asked, and names it from then on. */
export async function keepFile(source: AsyncIterable<Buffer>): Promise<Kept> {
  const id = newId();
  const key = randomBytes(KEY_BYTES);
  const hash = createHash("sha256");
  let byteCount = 0;
  async function* measured() {
    for await (const chunk of source) {
      hash.update(chunk);
      byteCount += chunk.length;
      yield chunk;
    }
  }
  await objectStore().put(id, sealed(measured(), { key, binding: id }));
  return { id, byteCount, sha256: hash.digest(), sealedKey: seal(fileKeyOf(id), key) };
}

/** The bytes as they were given. Fails midway with `CannotRead` where they were altered. */
export async function readFile({ id, sealedKey }: ReadableFile): Promise<Readable> {
  const stored = await objectStore().get(id);
  const key = open(fileKeyOf(id), sealedKey);
  return Readable.from(opened(stored, { key, binding: id }), { objectMode: false });
}

/** A key for what else is kept of a file, made from the file's own: with the row gone it is gone as well. */
export function keyBeside({ id, sealedKey }: ReadableFile, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", open(fileKeyOf(id), sealedKey), "", use, KEY_BYTES));
}

export const removeFile = (id: string): Promise<void> => objectStore().remove(id);
