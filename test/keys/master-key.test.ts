// The master key's file: made in development mode alone, refused in one line when something is wrong with it.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadMasterKey, newestMasterKey } from "../../src/keys/master-key";
import { addVersion, readMasterKeys } from "../../src/keys/master-key-file";
import { StartUpError } from "../../src/start-up-error";
import { temporaryFolder } from "../viewer/temporary-keys";

let folder: string;
let file: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  file = join(folder, "master.key");
});
afterEach(() => remove());

const lineOf = (version: number, bytes: Buffer) => `${version} ${bytes.toString("base64")}\n`;
const one = lineOf(1, Buffer.alloc(32, 1));
const keep = (text: string) => writeFileSync(file, text, { mode: 0o600 });
const start =
  (isDevelopment: boolean, masterKeyFile: string | null = file) =>
  () =>
    loadMasterKey({ masterKeyFile, dataDir: folder, isDevelopment });
function refusal(act: () => void): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(StartUpError);
    return (error as Error).message;
  }
  throw new Error("It was not refused.");
}

test("development mode makes one, for its owner alone, and keeps it", () => {
  start(true, null)();
  const made = join(folder, "keys", "master.key");
  const first = newestMasterKey();
  expect(first.version).toBe(1);
  expect(first.key.length).toBe(32);
  expect(statSync(made).mode & 0o777).toBe(0o600);
  start(true, null)();
  expect(newestMasterKey()).toEqual(first);
});

test("outside development mode none is made, even where one from development lies about", () => {
  start(true, null)();
  const line = refusal(start(false, null));
  expect(line).toMatch(/^MASTER_KEY_FILE is not set.*npm run keys -- new-version.*$/);
});

test("a named file that is not there is never made by a start", () => {
  for (const isDevelopment of [true, false])
    expect(refusal(start(isDevelopment))).toMatch(
      /^MASTER_KEY_FILE: there is no file .*new-version/,
    );
  expect(existsSync(file)).toBe(false);
});

test.each([
  ["too short", "1 c2hvcnQ=\n", /holds 11 bytes, too short/],
  ["a short key", `${one}2 ${Buffer.alloc(24, 2).toString("base64")}\n`, /line 2 of/],
  ["a long key", lineOf(1, Buffer.alloc(33, 1)), /line 1 of/],
  ["without a version", `${Buffer.alloc(32, 1).toString("base64")}\n`, /line 1 of/],
  ["version 0", lineOf(0, Buffer.alloc(32, 1)), /line 1 of/],
  ["a version twice", `${one}${lineOf(1, Buffer.alloc(32, 2))}`, /line 2 of/],
  ["nothing but blanks", "\n".repeat(40), /holds no key/],
])("a file with %s is refused in one line that shows no key", (_, text, reason) => {
  keep(text);
  const line = refusal(start(false));
  expect(line).toMatch(reason);
  expect(line).not.toContain("\n");
  expect(line).not.toMatch(/[A-Za-z0-9+]{20}=/);
});

test("a file that others can read is refused", () => {
  keep(one);
  chmodSync(file, 0o644);
  expect(refusal(start(false))).toContain("chmod 600");
});

test("the highest version seals, wherever its line stands", () => {
  keep(`${lineOf(10, Buffer.alloc(32, 3))}\n${one}${lineOf(9, Buffer.alloc(32, 2))}`);
  start(false)();
  expect(newestMasterKey()).toEqual({ version: 10, key: Buffer.alloc(32, 3) });
});

test("a new version makes the file, then adds lines and changes none", () => {
  expect(addVersion(file)).toBe(1);
  const before = readFileSync(file, "utf8");
  expect(addVersion(file)).toBe(2);
  expect(readFileSync(file, "utf8").startsWith(before)).toBe(true);
  expect([...readMasterKeys(file).keys()]).toEqual([1, 2]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dirname(file))).toEqual(["master.key"]);
});

test("two processes never add a version at once", () => {
  keep(one);
  writeFileSync(`${file}.draft`, "");
  expect(refusal(() => void addVersion(file))).toContain("another process adds a version");
  expect(readFileSync(file, "utf8")).toBe(one);
});

test("a version is not added to a file that can't be read", () => {
  keep(`${one}nonsense\n`);
  expect(refusal(() => void addVersion(file))).toContain("line 2 of");
  expect(readdirSync(dirname(file))).toEqual(["master.key"]);
});
