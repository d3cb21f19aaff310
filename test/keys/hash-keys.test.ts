// Each use of a keyed hash has a key of its own, kept from one start to the next.
import { createHmac } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { keyedHash, loadHashKeys, matches } from "../../src/keys/hash-keys";
import { addressHash } from "../../src/mail/address-hash";
import { temporaryFolder } from "../viewer/temporary-keys";

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  loadHashKeys(folder);
});
afterEach(() => remove());

const hex = (...of: Parameters<typeof keyedHash>) => keyedHash(...of).toString("hex");

test("every use has a file of its own, and no two hold the same key", async () => {
  const files = (await readdir(join(folder, "keys"))).sort();
  expect(files).toEqual([
    ...[
      "address-hash.key",
      "client-secrets.key",
      "cursor.key",
      "links.key",
      "refresh.key",
      "replay.key",
    ],
    "sign-in.key",
  ]);
  const keys = await Promise.all(files.map((file) => readFile(join(folder, "keys", file))));
  expect(keys.map((key) => key.length)).toEqual(files.map(() => 32));
  expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(files.length);
});

test("a hash is the same at the next start, and another one in another folder", async () => {
  const before = hex("links", "a");
  loadHashKeys(folder);
  expect(hex("links", "a")).toBe(before);
  await rm(join(folder, "keys", "links.key"));
  loadHashKeys(folder);
  expect(hex("links", "a")).not.toBe(before);
});

test("the same words hash differently for each use", () => {
  expect(new Set([hex("links", "a"), hex("refresh", "a"), hex("replay", "a")]).size).toBe(3);
});

test("parts can't be shifted into each other", () => {
  const alike = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"]];
  expect(new Set(alike.map((parts) => hex("links", ...parts))).size).toBe(alike.length);
  expect(hex("links", "é")).toBe(hex("links", Buffer.from("é")));
});

test("an address hashes as ever under a key that was made before the others", async () => {
  const key = Buffer.alloc(32, 7);
  const older = join(folder, "older");
  await mkdir(join(older, "keys"), { recursive: true });
  await writeFile(join(older, "keys", "address-hash.key"), key, { mode: 0o600 });
  loadHashKeys(older);
  const wanted = createHmac("sha256", key).update("anna@example.com").digest("hex");
  expect(addressHash("anna@example.com").toString("hex")).toBe(wanted);
});

test("a key that was cut short stops the start", async () => {
  await writeFile(join(folder, "keys", "refresh.key"), "short");
  expect(() => loadHashKeys(folder)).toThrow("refresh.key holds 5 bytes");
});

test("hashes match when they are equal, and never when their lengths differ", () => {
  const hash = keyedHash("links", "a");
  expect(matches(hash, keyedHash("links", "a"))).toBe(true);
  expect(matches(hash, keyedHash("links", "b"))).toBe(false);
  expect(matches(hash, hash.subarray(0, 16))).toBe(false);
  expect(matches(hash, Buffer.alloc(0))).toBe(false);
});
