// Files in a folder: written beside their place, flushed, then moved there, so that a crash leaves a whole file or none.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
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

/** What was given is written while more is made, and flushed while more is: little is left to wait for at the end. */
async function write(path: string, source: AsyncIterable<Buffer>): Promise<void> {
  const file = await open(path, "w", 0o600);
  let written = Promise.resolve();
  let flushed = Promise.resolve();
  let unflushed = 0;
  try {
    for await (const chunks of together(source)) {
      await written;
      written = later(writeAll(file, chunks));
      unflushed += 1;
      if (unflushed < WRITES_OF_A_FLUSH) continue;
      await flushed;
      flushed = later(file.datasync());
      unflushed = 0;
    }
    await written;
    await flushed;
    await file.sync();
  } finally {
    await Promise.allSettled([written, flushed]);
    await file.close();
  }
}

const WRITTEN_BYTES = 512 * 1024;
const WRITES_OF_A_FLUSH = 16;

async function writeAll(file: FileHandle, chunks: Buffer[]): Promise<void> {
  const { bytesWritten } = await file.writev(chunks);
  const missing = lengthOf(chunks) - bytesWritten;
  if (missing) throw new Error(`The disk took all but ${missing} bytes: it is full.`);
}

async function* together(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let waiting: Buffer[] = [];
  for await (const chunk of source) {
    waiting.push(chunk);
    if (lengthOf(waiting) < WRITTEN_BYTES) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length) yield waiting;
}

const lengthOf = (chunks: Buffer[]) => chunks.reduce((sum, { length }) => sum + length, 0);

/** Fails where it is waited for. */
function later(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
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
