// Files as they lie in a folder: what was given comes back, and nothing that was altered, cut or moved does.
import { createHash, randomBytes } from "node:crypto";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskStore } from "../../src/files/disk-store";
import { keepFile, readFile, removeFile } from "../../src/files/files";
import { NoSuchObject, setObjectStore } from "../../src/files/object-store";
import { CannotRead } from "../../src/files/sealed-stream";
import { loadMasterKey } from "../../src/keys/master-key";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const PIECE = 64 * 1024;
beforeAll(() => {
  loadMasterKey({ dataDir: folder, masterKeyFile: null, isDevelopment: true });
  setObjectStore(diskStore(join(folder, "files")));
});
afterAll(() => rmSync(folder, { recursive: true }));

const placesIn = () =>
  readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
const placeOf = (id: string) => placesIn().find((path) => path.endsWith(id))!;
async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function bytesOf(file: Parameters<typeof readFile>[0]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await readFile(file)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 1_000_003])(
  "%i bytes come back as they were given, in whatever chunks",
  async (length) => {
    const given = randomBytes(length);
    const kept = await keepFile(inChunks(given, 10_007));
    expect(kept).toMatchObject({
      byteCount: length,
      sha256: createHash("sha256").update(given).digest(),
    });
    expect((await bytesOf(kept)).equals(given)).toBe(true);
    const stored = readFileSync(placeOf(kept.id));
    expect(length < 100 || !stored.includes(given.subarray(0, 100))).toBe(true);
    expect(statSync(placeOf(kept.id)).mode & 0o077).toBe(0);
  },
);

test.each<[string, (stored: Buffer) => Buffer]>([
  [
    "a byte altered",
    (stored) =>
      Buffer.concat([stored.subarray(0, 9), Buffer.of(stored[9]! ^ 1), stored.subarray(10)]),
  ],
  ["its last piece cut off", (stored) => stored.subarray(0, 2 * (PIECE + 16))],
  ["its end cut off", (stored) => stored.subarray(0, -1)],
  [
    "two pieces exchanged",
    (stored) =>
      Buffer.concat([
        stored.subarray(PIECE + 16, 2 * (PIECE + 16)),
        stored.subarray(0, PIECE + 16),
        stored.subarray(2 * (PIECE + 16)),
      ]),
  ],
  ["nothing left", () => Buffer.alloc(0)],
])("a file with %s is not read to its end", async (_, alter) => {
  const kept = await keepFile(inChunks(randomBytes(2 * PIECE + 500), PIECE));
  const place = placeOf(kept.id);
  writeFileSync(place, alter(readFileSync(place)));
  await expect(bytesOf(kept)).rejects.toThrow(CannotRead);
});

test("a file put in another's place does not open there", async () => {
  const [one, other] = [
    await keepFile(inChunks(Buffer.from("one"), 9)),
    await keepFile(inChunks(Buffer.from("two"), 9)),
  ];
  cpSync(placeOf(one.id), placeOf(other.id));
  await expect(bytesOf(other)).rejects.toThrow(CannotRead);
});

test("what breaks off while it comes is not kept, and what is removed is gone", async () => {
  const before = placesIn();
  async function* breaking() {
    yield randomBytes(PIECE);
    throw new Error("The line is dead.");
  }
  await expect(keepFile(breaking())).rejects.toThrow("The line is dead.");
  expect(placesIn()).toEqual(before);
  const kept = await keepFile(inChunks(randomBytes(5), 5));
  await removeFile(kept.id);
  await removeFile(kept.id);
  await expect(readFile(kept)).rejects.toThrow(NoSuchObject);
});
