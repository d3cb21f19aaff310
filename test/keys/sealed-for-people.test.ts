// A value under a person's key opens in its own place, for its own person, and nowhere else.
import { CannotOpen } from "../../src/keys/box";
import { open, seal, unwrapKey, wrapKey } from "../../src/keys/envelope";
import { loadMasterKey } from "../../src/keys/master-key";
import { newKeys, personKey } from "../../src/keys/person-keys";
import { personColumn, personKeyOf, sealedColumn } from "../../src/keys/sealed-columns";
import { openFor, type PersonKey, sealFor } from "../../src/keys/sealed-for-people";
import { temporaryFolder } from "../viewer/temporary-keys";

const COLUMN = { idColumn: "id", unsealedColumn: null };
const diaryOf = personColumn("diaries", "sealed", COLUMN);
const letterOf = personColumn("diaries", "letter", COLUMN);
const otherTableOf = personColumn("letters", "sealed", COLUMN);
const secretOf = sealedColumn("safes", "secret");
const ANNA = "01990000-0000-7000-8000-00000000000a";
const BEN = "01990000-0000-7000-8000-00000000000b";
const WORDS = Buffer.from("Yes, write to me.");

let remove: () => Promise<void>;
let anna: PersonKey;
let ben: PersonKey;
beforeAll(async () => {
  const { folder, remove: removeFolder } = await temporaryFolder();
  remove = removeFolder;
  loadMasterKey({ masterKeyFile: null, dataDir: folder, isDevelopment: true });
  const owners = [BEN, ANNA].map((id) => ({ kind: "PROSPECT" as const, id }));
  const [first, second] = newKeys(owners);
  anna = first!;
  ben = second!;
});
afterAll(() => remove());

const refused = (act: () => unknown) => expect(act).toThrow(CannotOpen);

test("what was sealed opens again, and an empty value as well", () => {
  const place = diaryOf("7");
  expect(openFor(anna, place, sealFor(anna, place, WORDS))).toEqual(WORDS);
  expect(openFor(anna, place, sealFor(anna, place, Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
});

test("the sealed value shows nothing, and no two are alike", () => {
  const [one, other] = [sealFor(anna, diaryOf("7"), WORDS), sealFor(anna, diaryOf("7"), WORDS)];
  expect(one.includes(WORDS)).toBe(false);
  expect(one.equals(other)).toBe(false);
  expect(one.length).toBe(1 + 28 + WORDS.length);
});

test("moved to another row, column or table it does not open", () => {
  const sealed = sealFor(anna, diaryOf("7"), WORDS);
  for (const elsewhere of [diaryOf("8"), letterOf("7"), otherTableOf("7")])
    refused(() => openFor(anna, elsewhere, sealed));
});

test("for another person it does not open, not even under the same key", () => {
  const sealed = sealFor(anna, diaryOf("7"), WORDS);
  refused(() => openFor(ben, diaryOf("7"), sealed));
  refused(() => openFor({ subjectId: BEN, key: anna.key }, diaryOf("7"), sealed));
});

test("altered, cut or lengthened it does not open", () => {
  const sealed = sealFor(anna, diaryOf("7"), WORDS);
  for (let index = 0; index < sealed.length; index += 1) {
    const altered = Buffer.from(sealed);
    altered[index]! ^= 1;
    refused(() => openFor(anna, diaryOf("7"), altered));
    refused(() => openFor(anna, diaryOf("7"), sealed.subarray(0, index)));
  }
  refused(() => openFor(anna, diaryOf("7"), Buffer.concat([sealed, Buffer.alloc(1)])));
});

test("it is never taken for an envelope, nor an envelope for it", () => {
  refused(() => open(secretOf("7"), sealFor(anna, diaryOf("7"), Buffer.alloc(200))));
  refused(() => openFor(anna, diaryOf("7"), seal(secretOf("7"), WORDS)));
});

test("where the key was destroyed there is nothing to open it with, and that is no error", () => {
  expect(openFor(null, diaryOf("7"), sealFor(anna, diaryOf("7"), WORDS))).toBeNull();
  expect(personKey(ANNA, null)).toBeNull();
});

test("a column that is not declared is refused before anything is sealed", () => {
  const undeclared = { table: "diaries", column: "note", id: "7" };
  expect(() => sealFor(anna, undeclared, WORDS)).toThrow("diaries.note is not declared");
  expect(() => sealFor(anna, secretOf("7"), WORDS)).toThrow("safes.secret is not declared");
});

test("a wrapped key opens for its own person, whole, and is no key of anything else", () => {
  const [key] = newKeys([{ kind: "PROSPECT", id: ANNA.toUpperCase() }]);
  expect(personKey(ANNA, key!.wrapped)).toEqual({ subjectId: ANNA, key: key!.key });
  refused(() => personKey(BEN, key!.wrapped));
  refused(() => personKey(ANNA, Buffer.concat([key!.wrapped, Buffer.alloc(1)])));
  refused(() => personKey(ANNA, seal(personKeyOf(ANNA), key!.key)));
  refused(() => unwrapKey(personKeyOf(ANNA), wrapKey(secretOf(ANNA), key!.key)));
});

test("there is one key for each person, and no two are alike", () => {
  const twice = newKeys([
    { kind: "PROSPECT", id: ANNA },
    { kind: "PROSPECT", id: ANNA },
    { kind: "SUBSCRIBER", id: BEN },
  ]);
  expect(twice.map(({ subjectId }) => subjectId)).toEqual([ANNA, BEN]);
  const many = newKeys(
    Array.from({ length: 2_000 }, (_, n) => ({
      ...{
        kind: "PROSPECT" as const,
        id: `01990000-0000-7000-8000-${String(n).padStart(12, "0")}`,
      },
    })),
  );
  expect(new Set(many.map(({ key }) => key.toString("hex"))).size).toBe(2_000);
});
