// Where the bytes of files lie: a folder, or S3. What is put there is encrypted already, so a store knows no secret, and
// an object is whole or not there at all.
import type { Readable } from "node:stream";

export type ObjectStore = {
  /** Keeps what comes under this key. Rejects where it broke off; then nothing is kept. */
  put(key: string, source: AsyncIterable<Buffer>): Promise<void>;
  /** Rejects with `NoSuchObject`. */
  get(key: string): Promise<Readable>;
  /** Repeating is harmless. */
  remove(key: string): Promise<void>;
};

export class NoSuchObject extends Error {
  override name = "NoSuchObject";
}

let store: ObjectStore | undefined;

export const setObjectStore = (opened: ObjectStore): void => void (store = opened);

export function objectStore(): ObjectStore {
  if (!store) throw new Error("The file store is not open.");
  return store;
}
