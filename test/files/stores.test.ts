// Files in a folder and in a bucket: what was given comes back, and nothing that was altered, cut or moved does.
import { createHash, randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { keepFile, readFile, removeFile } from "../../src/files/files";
import { NoSuchObject, objectStore } from "../../src/files/object-store";
import { openFileStore } from "../../src/files/open-store";
import { type S3Address, s3Address } from "../../src/files/s3-settings";
import { CannotRead } from "../../src/files/sealed-stream";
import { loadMasterKey } from "../../src/keys/master-key";

const PIECE = 64 * 1024;
const BUCKET = "back-office-files";
let folder: string;
let bucket: S3rver;
let address: S3Address;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
  loadMasterKey({ dataDir: folder, masterKeyFile: null, isDevelopment: true });
  bucket = new S3rver({
    ...{ address: "127.0.0.1", port: 0, silent: true, directory: join(folder, "s3") },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = (await bucket.run()) as AddressInfo;
  address = s3Address(`http://S3RVER:S3RVER@127.0.0.1:${port}/${BUCKET}`);
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true });
});

async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
const bytesOf = async (file: Parameters<typeof readFile>[0]) => whole(await readFile(file));
const stored = async (id: string) => whole(await objectStore().get(id));

describe.each(["a folder", "a bucket"])("in %s", (where) => {
  beforeAll(() => openFileStore({ dataDir: folder, s3: where === "a bucket" ? address : null }));
  const names = () =>
    readdirSync(join(folder, where === "a bucket" ? "s3" : "files"), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((each) => each.isFile())
      .map(({ name }) => name);

  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 9_000_003])(
    "%i bytes come back as they were given, in whatever chunks",
    async (length) => {
      const given = randomBytes(length);
      const kept = await keepFile(inChunks(given, 10_007));
      expect(kept).toMatchObject({
        byteCount: length,
        sha256: createHash("sha256").update(given).digest(),
      });
      expect((await bytesOf(kept)).equals(given)).toBe(true);
      expect(length < 100 || !(await stored(kept.id)).includes(given.subarray(0, 100))).toBe(true);
    },
  );

  test.each<[string, (bytes: Buffer) => Buffer]>([
    [
      "a byte altered",
      (bytes) =>
        Buffer.concat([bytes.subarray(0, 9), Buffer.of(bytes[9]! ^ 1), bytes.subarray(10)]),
    ],
    ["its last piece cut off", (bytes) => bytes.subarray(0, 2 * (PIECE + 16))],
    ["its end cut off", (bytes) => bytes.subarray(0, -1)],
    [
      "two pieces exchanged",
      (bytes) =>
        Buffer.concat([
          bytes.subarray(PIECE + 16, 2 * (PIECE + 16)),
          bytes.subarray(0, PIECE + 16),
          bytes.subarray(2 * (PIECE + 16)),
        ]),
    ],
    ["nothing left", () => Buffer.alloc(0)],
  ])("a file with %s is not read to its end", async (_, alter) => {
    const kept = await keepFile(inChunks(randomBytes(2 * PIECE + 500), PIECE));
    await objectStore().put(kept.id, inChunks(alter(await stored(kept.id)), PIECE));
    await expect(bytesOf(kept)).rejects.toThrow(CannotRead);
  });

  test("a file put in another's place does not open there", async () => {
    const one = await keepFile(inChunks(Buffer.from("one"), 9));
    const other = await keepFile(inChunks(Buffer.from("two"), 9));
    await objectStore().put(other.id, inChunks(await stored(one.id), PIECE));
    await expect(bytesOf(other)).rejects.toThrow(CannotRead);
  });

  test("what breaks off while it comes is not kept, and what is removed is gone", async () => {
    const before = names();
    async function* breaking() {
      yield randomBytes(PIECE);
      throw new Error("The line is dead.");
    }
    await expect(keepFile(breaking())).rejects.toThrow("The line is dead.");
    expect(names()).toEqual(before);
    const kept = await keepFile(inChunks(randomBytes(5), 5));
    await removeFile(kept.id);
    await removeFile(kept.id);
    await expect(readFile(kept)).rejects.toThrow(NoSuchObject);
  });
});

test.each([
  "s3.example.com/bucket",
  "http://KEY:SECRET@s3.example.com/bucket",
  "https://s3.example.com/bucket",
  "https://KEY:SECRET@s3.example.com/",
])("%s is no address of a bucket", (text) => {
  expect(() => s3Address(text)).toThrow(/https:\/\/KEY:SECRET@HOST\/BUCKET/);
});
