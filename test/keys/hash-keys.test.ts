// Each use of a keyed hash has a key of its own, kept from one start to the next.
import { createHmac } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadAddressHashKeys, makeAddressHashKey } from "../../src/keys/address-hash-keys";
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
    ...["client-secrets.key", "cursor.key", "links.key", "refresh.key", "replay.key"],
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

test("an address hashes as ever under the first key, and once more under each later one", async () => {
  const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
  await writeFile(join(folder, "keys", "address-hash.key"), first, { mode: 0o600 });
  await writeFile(join(folder, "keys", "address-hash-2.key"), second, { mode: 0o600 });
  loadAddressHashKeys(folder, 1);
  const once = createHmac("sha256", first).update("anna@example.com").digest();
  expect(addressHash("anna@example.com")).toEqual(once);
  loadAddressHashKeys(folder, 2);
  const twice = createHmac("sha256", second).update(once).digest();
  expect(addressHash("anna@example.com")).toEqual(twice);
});

test("the keys of address hashes are neither made nor loaded by the way", async () => {
  expect(() => loadAddressHashKeys(folder, 1)).toThrow("there is no");
  expect(() => loadAddressHashKeys(folder, 0)).toThrow("Run the migrating process");
  expect(await readdir(join(folder, "keys"))).not.toContain("address-hash.key");
  makeAddressHashKey(folder, 1);
  makeAddressHashKey(folder, 3);
  expect(() => loadAddressHashKeys(folder, 3)).toThrow("address-hash-2.key");
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
