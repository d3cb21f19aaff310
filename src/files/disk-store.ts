// Files in a folder: written beside their place, flushed, then moved there, so that a crash leaves a whole file or none.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { once } from "node:events";
import { NoSuchObject, type ObjectStore } from "./object-store";

export function diskStore(folder: string): ObjectStore {
  /** Spread over 65,536 folders; ids made in one second would else lie in one. */
  const placeOf = (key: string) => {
    const spread = createHash("sha256").update(key).digest("hex");
    return join(folder, spread.slice(0, 2), spread.slice(2, 4), key);
  };
  return {
    async put(key, source) {
      const place = placeOf(key);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      const beside = `${place}.part`;
      try {
        await write(beside, source);
        await rename(beside, place);
        await flush(dirname(place));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    async get(key) {
      const stream = createReadStream(placeOf(key));
      await once(stream, "open").catch((error: NodeJS.ErrnoException) => {
        throw error.code === "ENOENT" ? new NoSuchObject() : error;
      });
      return stream;
    },
    remove: (key) => rm(placeOf(key), { force: true }),
  };
}

async function write(path: string, source: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    for await (const chunk of source) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is kept once its folder is. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
