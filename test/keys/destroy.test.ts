// A person's key is destroyed: what was sealed under it is gone for everybody and everywhere, what stands beside it stays, and
// nothing is kept anew for the person.
import { CASES } from "../../seeds/cases";
import { OWN_SCHEMAS, PARTITIONS_SCHEMA } from "../../src/database/schemas";
import { type Api, openApi } from "../setup/api";
import { operator } from "./operator";

const PLANTED = "Planted: please stop, says the person.";
const PLANTED_SOURCE = "Planted letter";
const LAWFULNESS = `query ($kind: SubjectKind!, $id: ID!) { lawfulness(kind: $kind, id: $id) {
  decisions { purpose isPermitted because basis { evidence { source isErased } } }
  ledger { id transition evidence { source wording givenAt confirmedAt noticeVersion isErased } } } }`;
const WHY = `query ($kind: SubjectKind!, $id: ID!, $purpose: Purpose!) {
  why(kind: $kind, id: $id, purpose: $purpose) { because basis { evidence { source isErased } } } }`;

let api: Api;
let reader: string;
let other: string;
beforeAll(async () => {
  api = await openApi();
  reader = await idOf("reader5@mail.example.org");
  other = await idOf(CASES.consentedAnew);
  expect((await restrict(reader)).userErrors).toEqual([]);
});
afterAll(() => api.close());

const idOf = async (address: string) =>
  (
    await api.database.query<{ id: string }>(
      "select id from subscribers where email_canonical = $1",
      [address],
    )
  ).rows[0]!.id;

async function restrict(id: string) {
  const evidence = { source: PLANTED_SOURCE, wording: PLANTED };
  const { data, errors } = await api.as("privacy")(
    `mutation ($input: RestrictionRecordInput!) { done: restrictionRecord(input: $input) { userErrors { code field } } }`,
    { input: { kind: "SUBSCRIBER", id, ground: "ACCURACY_CONTESTED", evidence } },
  );
  expect(errors).toBeUndefined();
  return data.done as { userErrors: object[] };
}

type Ledger = { transition: string; evidence: object | null }[];
async function lawfulnessOf(id: string) {
  const { data, errors } = await api.as("privacy")(LAWFULNESS, { kind: "SUBSCRIBER", id });
  expect(errors).toBeUndefined();
  return data.lawfulness as { decisions: object[]; ledger: Ledger };
}

/** Every row of every table, as a superuser's dump has it: bytes are hexadecimal there. */
async function dump(): Promise<string> {
  const { rows: tables } = await api.database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text = any ($1)`,
    [[...OWN_SCHEMAS, PARTITIONS_SCHEMA, "graphile_worker"]],
  );
  expect(tables.length).toBeGreaterThan(40);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await api.database.query<{ row: string }>(
      `select t::text as row from ${name} t`,
    );
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
const isIn = (text: string, words: string) =>
  text.includes(words) || text.includes(Buffer.from(words).toString("hex"));

const everything = async () =>
  (
    await api.database.query(
      `select (select md5(string_agg(t::text, '' order by t::text)) from basis_evidence t) as evidence,
         (select md5(string_agg(t::text, '' order by t::text)) from lawful_bases t) as ledger,
         (select md5(string_agg(t::text, '' order by t::text)) from subscribers t) as subscribers,
         (select md5(string_agg(t::text, '' order by t::text)) from keys.person_keys t) as keys,
         (select count(*)::integer from audit_entries where action = 'WRITE') as entries`,
    )
  ).rows[0] as Record<string, string>;

test("what the officer records is shown as it was recorded, and an entry says that it was read", async () => {
  const { ledger } = await lawfulnessOf(reader);
  expect(ledger).toMatchObject([
    {
      transition: "ESTABLISHED",
      evidence: {
        ...{ source: "Subscription form", wording: "Send me the newsletter.", isErased: false },
        noticeVersion: null,
      },
    },
    {
      transition: "RESTRICTED",
      evidence: { source: PLANTED_SOURCE, wording: PLANTED, confirmedAt: null, isErased: false },
    },
  ]);
  const { rows } = await api.database.query(
    `select fields from audit_entries where operation = 'lawfulness' and $1 = any (subject_ids) order by id desc limit 1`,
    [reader],
  );
  expect(rows).toEqual([{ fields: ["decisions", "channels", "ledger", "evidence"] }]);
});

test("a search for the person shows the evidence too, in one round trip", async () => {
  const { data } = await api.as("privacy")(
    `{ personSearch(emailAddress: "reader5@mail.example.org") { lawfulBases { transition evidence { source } } } }`,
  );
  expect(data.personSearch).toEqual([
    {
      lawfulBases: [
        { transition: "ESTABLISHED", evidence: { source: "Subscription form" } },
        { transition: "RESTRICTED", evidence: { source: PLANTED_SOURCE } },
      ],
    },
  ]);
});

test("a key goes only where its person is named twice, or with --yes", async () => {
  const before = await everything();
  for (const args of [[reader], [reader, other], [reader, "yes"]]) {
    const { isWhole, lines } = await operator(api.config, "destroy", ...args);
    expect({ isWhole, lines }).toEqual({
      isWhole: false,
      lines: [`Nothing was destroyed. Nothing brings a key back: give ${reader} twice, or --yes.`],
    });
  }
  for (const args of [[], ["somebody", "somebody"], [reader, reader, reader]])
    expect((await operator(api.config, "destroy", ...args)).isWhole).toBe(false);
  const nobody = "01990000-0000-7000-8000-00000000ffff";
  expect(await operator(api.config, "destroy", nobody, nobody)).toEqual({
    ...{ isWhole: false, lines: [`There is no key of ${nobody}.`] },
  });
  expect(await everything()).toEqual(before);
});

test("once it is destroyed nobody reads what was sealed, and everything else stays", async () => {
  const [before, ofOther] = [await everything(), await lawfulnessOf(other)];
  const sentences = async () => (await lawfulnessOf(reader)).decisions;
  expect(await sentences()).toMatchObject([{ isPermitted: false }, { isPermitted: false }]);

  const { isWhole, lines } = await operator(api.config, "destroy", reader, "--yes");
  expect(isWhole).toBe(true);
  expect(lines).toEqual([expect.stringContaining(`The key of ${reader} was destroyed.`)]);

  const { keys, entries, ...others } = before;
  const { keys: keysAfter, entries: entriesAfter, ...othersAfter } = await everything();
  expect(entriesAfter).toBe(Number(entries) + 1);
  expect(othersAfter).toEqual(others);
  expect(keysAfter).not.toBe(keys);
  const { ledger } = await lawfulnessOf(reader);
  const erased = { source: null, wording: null, givenAt: null, confirmedAt: null, isErased: true };
  expect(ledger).toMatchObject([
    { transition: "ESTABLISHED", evidence: erased },
    { transition: "RESTRICTED", evidence: erased },
  ]);
  expect(await lawfulnessOf(other)).toEqual(ofOther);
});

test("its words are in no table any more, and never were", async () => {
  const everywhere = await dump();
  expect(isIn(everywhere, "reader5@mail.example.org")).toBe(true);
  for (const words of [PLANTED, PLANTED_SOURCE, "Subscription form", "Send me the newsletter."])
    expect([words, isIn(everywhere, words)]).toEqual([words, false]);
});

test("why says that what showed it was erased, and for others where it is from", async () => {
  const erasedReader = await idOf("reader7@mail.example.org");
  const because = async (id: string) => {
    const { data } = await api.as("privacy")(WHY, {
      kind: "SUBSCRIBER",
      id,
      purpose: "NEWSLETTER",
    });
    return data.why as { because: string; basis: object };
  };
  expect((await because(erasedReader)).because).toMatch(/ \(Subscription form\)\.$/);
  await operator(api.config, "destroy", erasedReader, "--yes");
  expect(await because(erasedReader)).toMatchObject({
    because: expect.stringMatching(
      /^Permitted: the person consented on .* \(what showed it was erased\)\.$/,
    ) as string,
    basis: { evidence: { source: null, isErased: true } },
  });
  expect((await because(other)).because).toMatch(/ \(Preferences page\)\.$/);
});

test("no key is made for the person again: a consent is refused, and leaves no trace", async () => {
  const erased = await idOf("reader7@mail.example.org");
  const before = await everything();
  const { data } = await api.as("privacy")(
    `mutation ($input: ConsentRecordInput!) { done: consentRecord(input: $input) { userErrors { code field } } }`,
    {
      input: {
        ...{ kind: "SUBSCRIBER", id: erased, purpose: "NEWSLETTER", noticeVersion: "2021-01-11" },
        evidence: { source: PLANTED_SOURCE, wording: PLANTED },
      },
    },
  );
  expect(data.done).toEqual({ userErrors: [{ code: "ERASED", field: "id" }] });
  expect(await operator(api.config, "destroy", erased, "--yes")).toMatchObject({
    ...{ isWhole: true, lines: [expect.stringMatching(/was destroyed at .*Z already\.$/)] },
  });
  expect(await everything()).toEqual(before);
});

test("leaving is taken down all the same, with nothing that shows it, and is obeyed", async () => {
  const erased = await idOf("reader7@mail.example.org");
  expect(await restrict(erased)).toEqual({ userErrors: [] });
  const { decisions, ledger } = await lawfulnessOf(erased);
  expect(decisions[0]).toMatchObject({ isPermitted: false });
  expect(ledger.at(-1)).toEqual(
    expect.objectContaining({ transition: "RESTRICTED", evidence: null }),
  );
});

test("an answer that was kept for a request shows nothing of it again", async () => {
  const id = await idOf("reader21@mail.example.org");
  const ask = () =>
    api.as("privacy")(
      `mutation ($input: ObjectionRecordInput!) { objectionRecord(input: $input) {
         lawfulness { ledger { evidence { wording isErased } } } userErrors { code } } }`,
      {
        input: {
          ...{ kind: "SUBSCRIBER", id, purpose: "NEWSLETTER" },
          evidence: { source: PLANTED_SOURCE, wording: PLANTED },
        },
      },
      { "idempotency-key": "an-answer-that-was-kept" },
    );
  expect((await ask()).text).toContain(PLANTED);
  expect((await ask()).text).toContain(PLANTED);
  await operator(api.config, "destroy", id, "--yes");
  const again = await ask();
  expect(again.text).not.toContain(PLANTED);
  expect(again.errors?.[0]?.extensions.code).toBe("IDEMPOTENCY_OUTCOME_UNKNOWN");
});

const BRING = `mutation ($input: ContactsImportInput!) { contactsImport(input: $input) {
  added refused { code } userErrors { code } } }`;
async function bringAnew(emailAddress: string) {
  const person = { row: 1, emailAddress, name: "Anew", confirmedAt: "2026-02-03T04:05:06Z" };
  const input = { kind: "SUBSCRIBERS", rows: [person], source: "List", wording: "Again." };
  const { data, errors } = await api.as("marketing")(BRING, { input });
  expect(errors).toBeUndefined();
  return data.contactsImport as object;
}
/** As after an import that was undone: the record is there, and held on nothing. */
const undo = (id: string) =>
  api.database.query(
    `insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns)
     select gen_random_uuid(), subject_kind, subject_id, purpose, lawful_basis, 'IMPORT_UNDONE', id
     from lawful_bases where subject_id = $1 and transition = 'ESTABLISHED'`,
    [id],
  );

test("an import brings in anew whom another one brought and undid, under the key that is there; nobody erased", async () => {
  const [kept, erased] = [
    await idOf("reader9@mail.example.org"),
    await idOf("reader11@mail.example.org"),
  ];
  for (const id of [kept, erased]) await undo(id);
  await operator(api.config, "destroy", erased, "--yes");
  const count = async () =>
    (await api.database.query("select from keys.person_keys where wrapped is not null")).rowCount;
  const before = await count();
  expect(await bringAnew("reader9@mail.example.org")).toEqual({
    ...{ added: 1, refused: [], userErrors: [] },
  });
  const sources = (await lawfulnessOf(kept)).ledger.map(({ evidence }) => evidence);
  expect(sources).toMatchObject([{ source: "Subscription form" }, null, { source: "List" }]);
  expect(await bringAnew("reader11@mail.example.org")).toEqual({
    ...{ added: 0, refused: [{ code: "ADDRESS_CLOSED" }], userErrors: [] },
  });
  expect(await count()).toBe(before);
});

test("evidence that was moved to another row opens nowhere: the decision says so, and the rest is answered", async () => {
  const [one, two] = [
    await idOf("reader13@mail.example.org"),
    await idOf("reader15@mail.example.org"),
  ];
  await api.database.query(
    `update basis_evidence e set sealed = o.sealed from basis_evidence o
     where (e.subject_id, o.subject_id) in (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))`,
    [one, two],
  );
  for (const id of [one, two]) {
    const { data, errors } = await api.as("privacy")(LAWFULNESS, { kind: "SUBSCRIBER", id });
    const { decisions, ledger } = data.lawfulness as Awaited<ReturnType<typeof lawfulnessOf>>;
    expect(decisions[0]).toMatchObject({
      isPermitted: true,
      because: expect.stringMatching(/ \(what shows it can't be opened\)\.$/) as string,
    });
    expect(ledger).toMatchObject([{ transition: "ESTABLISHED", evidence: null }]);
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(["INTERNAL", "INTERNAL"]);
  }
});
