// A sealed value opens in its own place, under any version of the master key that is kept, and nowhere else.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotOpen } from "../../src/keys/box";
import { headerOf, open, rewrap, seal } from "../../src/keys/envelope";
import { loadMasterKey } from "../../src/keys/master-key";
import { addVersion } from "../../src/keys/master-key-file";
import { sealedColumn } from "../../src/keys/sealed-columns";
import { temporaryFolder } from "../viewer/temporary-keys";

const secretOf = sealedColumn("safes", "secret");
const otherColumnOf = sealedColumn("safes", "code");
const otherTableOf = sealedColumn("vaults", "secret");
const place = secretOf("7");
const SECRET = Buffer.from("JBSWY3DPEHPK3PXP");

let file: string;
let remove: () => Promise<void>;
let restart: () => void;
beforeEach(async () => {
  const { folder, remove: removeFolder } = await temporaryFolder();
  remove = removeFolder;
  file = join(folder, "keys", "master.key");
  restart = () => loadMasterKey({ masterKeyFile: null, dataDir: folder, isDevelopment: true });
  restart();
});
afterEach(() => remove());

const refused = (act: () => unknown) => expect(act).toThrow(CannotOpen);

test("what was sealed opens again, after a restart too, and an empty value as well", () => {
  const sealed = seal(place, SECRET);
  const empty = seal(place, Buffer.alloc(0));
  restart();
  expect(open(place, sealed)).toEqual(SECRET);
  expect(open(place, empty)).toEqual(Buffer.alloc(0));
});

test("the sealed value shows nothing, and no two are alike", () => {
  const [one, other] = [seal(place, SECRET), seal(place, SECRET)];
  expect(one.includes(SECRET)).toBe(false);
  expect(one.equals(other)).toBe(false);
  expect(one.length).toBe(5 + 60 + 28 + SECRET.length);
});

test.each([
  ["another row", secretOf("8")],
  ["another column", otherColumnOf("7")],
  ["another table", otherTableOf("7")],
  ["a place whose names run together alike", sealedColumn("safe", "ssecret")("7")],
])("moved to %s it neither opens nor is rewrapped", (_, elsewhere) => {
  const sealed = seal(place, SECRET);
  refused(() => open(elsewhere, sealed));
  refused(() => rewrap(elsewhere, sealed));
});

test("the value's own layer is bound to its place, not only the key's", () => {
  const [mine, theirs] = [seal(place, SECRET), seal(secretOf("8"), SECRET)];
  refused(() => open(place, Buffer.concat([mine.subarray(0, 65), theirs.subarray(65)])));
  refused(() => open(place, Buffer.concat([theirs.subarray(0, 65), mine.subarray(65)])));
});

test("with any one byte altered it does not open", () => {
  const sealed = seal(place, SECRET);
  for (let index = 0; index < sealed.length; index += 1) {
    const altered = Buffer.from(sealed);
    altered[index]! ^= 1;
    refused(() => open(place, altered));
  }
});

test("cut anywhere, or lengthened, it does not open", () => {
  const sealed = seal(place, SECRET);
  for (let length = 0; length < sealed.length; length += 1)
    refused(() => open(place, sealed.subarray(0, length)));
  refused(() => open(place, Buffer.concat([sealed, Buffer.alloc(1)])));
});

test("the refusal says nothing about why", () => {
  const sealed = seal(place, SECRET);
  const messageOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return [(error as Error).message, (error as Error).cause];
    }
    return "nothing was thrown";
  };
  const moved = messageOf(() => open(secretOf("8"), sealed));
  expect(moved).toEqual(["The sealed value can't be opened.", undefined]);
  expect(messageOf(() => open(place, Buffer.alloc(3)))).toEqual(moved);
});

test("a column that is not declared is refused before anything is sealed", () => {
  const undeclared = { table: "safes", column: "note", id: "7" };
  expect(() => seal(undeclared, SECRET)).toThrow("safes.note is not declared");
});

test("the newest version seals, and what older ones sealed still opens", () => {
  const old = seal(place, SECRET);
  expect(addVersion(file)).toBe(2);
  restart();
  const sealed = seal(place, SECRET);
  expect(old.subarray(0, 5)).toEqual(headerOf(1));
  expect(sealed.subarray(0, 5)).toEqual(headerOf(2));
  expect(open(place, old)).toEqual(SECRET);
  expect(open(place, sealed)).toEqual(SECRET);
});

test("rewrapped it opens without the old version, and its own layer is as it was", () => {
  const old = seal(place, SECRET);
  addVersion(file);
  restart();
  const rewrapped = rewrap(place, old);
  expect(rewrapped.subarray(65)).toEqual(old.subarray(65));
  writeFileSync(file, readFileSync(file, "utf8").split("\n").slice(1).join("\n"));
  restart();
  expect(open(place, rewrapped)).toEqual(SECRET);
  refused(() => open(place, old));
});

test("the header's version can't be passed off as another one", () => {
  const sealed = seal(place, SECRET);
  appendFileSync(file, readFileSync(file, "utf8").replace(/^1 /, "2 ")); // the same key twice
  restart();
  refused(() => open(place, Buffer.concat([headerOf(2), sealed.subarray(5)])));
});

test("a process opens what another sealed under a version that was added meanwhile", () => {
  const before = readFileSync(file, "utf8");
  addVersion(file);
  restart();
  const sealed = seal(place, SECRET);
  const after = readFileSync(file, "utf8");
  writeFileSync(file, before);
  restart();
  refused(() => open(place, sealed));
  writeFileSync(file, after);
  expect(open(place, sealed)).toEqual(SECRET);
});
