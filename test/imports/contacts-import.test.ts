// A batch of people over GraphQL.
import { evidenceOf } from "../lawful-bases/evidence-of";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

type Row = { emailAddress: string; name?: string; confirmedAt?: string | null; optInAt?: string };
const AT = "2026-02-03T04:05:06Z";

async function bring(kind: string, rows: Row[], more: object = {}) {
  const numbered = rows.map((row, index) => ({
    ...{ name: "Nora Tal", row: index + 2 },
    ...(kind === "SUBSCRIBERS" ? { confirmedAt: AT } : {}),
    ...row,
  }));
  const { data, errors } = await api.as("marketing")(
    `mutation ($input: ContactsImportInput!) { contactsImport(input: $input) {
      added changed unchanged refused { row column code message } userErrors { code field } } }`,
    { input: { kind, rows: numbered, source: "Test list", wording: "Send it to me.", ...more } },
  );
  expect(errors).toBeUndefined();
  return data.contactsImport;
}

const world = async () =>
  (
    await api.database.query(
      `select (select md5(string_agg(s::text, '' order by id)) from subscribers s) as subscribers,
        (select md5(string_agg(p::text, '' order by id)) from prospects p) as prospects,
        (select count(*)::int from lawful_bases) as bases, (select count(*)::int from basis_evidence) as evidence,
        (select count(*)::int from keys.person_keys) as keys,
        (select count(*)::int from audit_entries) as entries`,
    )
  ).rows[0] as object;

test("subscribers come in with the consent they gave, and the same batch again changes nothing", async () => {
  const rows = [
    { emailAddress: "One@List.example.com", optInAt: "2026-02-03T04:00:00Z" },
    { emailAddress: "two@list.example.com", name: "" },
    { emailAddress: "ONE@list.example.com" },
    { emailAddress: "one@list.example.com", name: "Somebody Else" },
    { emailAddress: "three@list.example.com", confirmedAt: null },
    { emailAddress: "four@list.example.com", confirmedAt: "2100-01-01T00:00:00Z" },
    { emailAddress: "no address" },
    { emailAddress: "five@list.example.com", name: "x".repeat(201) },
  ];
  const first = await bring("SUBSCRIBERS", rows);
  expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 1, userErrors: [] });
  expect(first.refused).toMatchObject([
    { row: 5, column: "emailAddress", code: "DUPLICATE" },
    { row: 6, column: "confirmedAt", code: "NOT_CONFIRMED" },
    { row: 7, column: "confirmedAt", code: "INVALID" },
    { row: 8, column: "emailAddress", code: "INVALID" },
    { row: 9, column: "name", code: "TOO_LONG" },
  ]);
  const { rows: kept } = await api.database.query(
    `select s.id, s.name, s.may_email, s.purposes, b.purpose, b.lawful_basis, b.effective_at
     from subscribers s join lawful_bases b on b.subject_id = s.id
     where s.email_canonical = 'one@list.example.com'`,
  );
  expect(kept).toEqual([
    {
      ...{ id: expect.any(String) as string, name: "Nora Tal", may_email: true, purposes: 16 },
      ...{ purpose: "NEWSLETTER", lawful_basis: "CONSENT", effective_at: new Date(AT) },
    },
  ]);
  expect(await evidenceOf(api.database, kept[0].id as string)).toMatchObject([
    {
      evidence: {
        ...{ confirmedAt: AT, givenAt: rows[0]!.optInAt },
        ...{ wording: "Send it to me.", source: "Test list" },
      },
    },
  ]);
  const before = await world();
  expect(await bring("SUBSCRIBERS", rows)).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  expect(await world()).toEqual(before);
});

test("a batch that changes something leaves one entry, which names whom", async () => {
  const rows = [
    { emailAddress: "entry1@list.example.com" },
    { emailAddress: "entry2@list.example.com" },
  ];
  await bring("SUBSCRIBERS", rows);
  await bring("SUBSCRIBERS", [{ ...rows[0]!, name: "New Name" }, rows[1]!]);
  const { rows: entries } = await api.database.query<{ row_count: number }>(
    `select row_count, operation, purpose from audit_entries a where action = 'WRITE' and exists (
       select from subscribers s where s.id = any(a.subject_ids) and email_canonical like 'entry%@list.example.com')
     order by id`,
  );
  expect(entries).toEqual([
    { row_count: 2, operation: "contactsImport", purpose: "NEWSLETTER" },
    { row_count: 1, operation: "contactsImport", purpose: "NEWSLETTER" },
  ]);
});

test("who unsubscribed or is suppressed is not revived, in whatever spelling", async () => {
  const { rows } = await api.database.query<{ email_address: string }>(
    `select email_address from subscribers where (purposes & 16) = 0
     union select email_address from subscribers s join suppressions x using (email_hash)`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const before = await world();
  const answer = await bring(
    "SUBSCRIBERS",
    rows.map(({ email_address }) => ({ emailAddress: email_address.toUpperCase() })),
  );
  expect(answer).toMatchObject({ added: 0, changed: 0, unchanged: 0 });
  const codes = answer.refused.map((refusal: { code: string }) => refusal.code);
  expect(codes).toEqual(rows.map(() => "ADDRESS_CLOSED"));
  expect(await world()).toEqual(before);
});

test("prospects come in for thirty days and may not be mailed; a name is needed", async () => {
  const rows = [
    { emailAddress: "p1@list.example.com" },
    { emailAddress: "p2@list.example.com", name: "" },
  ];
  const answer = await bring("PROSPECTS", rows);
  expect(answer).toMatchObject({
    added: 1,
    refused: [{ row: 3, column: "name", code: "REQUIRED" }],
  });
  const { rows: kept } = await api.database.query(
    `select kind, source, may_email, purposes, informed_on,
       round(extract(epoch from purposes_valid_until - created_at) / 86400)::int as days
     from prospects where email_canonical = 'p1@list.example.com'`,
  );
  expect(kept).toEqual([
    {
      ...{ kind: "PROSPECTIVE_CUSTOMER", source: "Test list", may_email: false },
      ...{ purposes: 12, informed_on: null, days: 30 },
    },
  ]);
  expect(await bring("PROSPECTS", [rows[0]!])).toMatchObject({ added: 0, unchanged: 1 });
  const renamed = [{ ...rows[0]!, name: "New Name" }];
  expect(await bring("PROSPECTS", renamed)).toMatchObject({ changed: 1 });
  expect(await bring("PROSPECTS", renamed)).toMatchObject({ changed: 0, unchanged: 1 });
});

test("five hundred rows are one batch, and one more is refused without a trace", async () => {
  const list = (count: number, name: string) =>
    Array.from({ length: count }, (_, n) => ({
      emailAddress: `${name}${n}@many.example.com`,
      name: "A",
    }));
  expect(await bring("SUBSCRIBERS", list(500, "many"))).toMatchObject({ added: 500, refused: [] });
  const before = await world();
  expect(await bring("SUBSCRIBERS", list(501, "more"))).toMatchObject({
    ...{ added: 0, userErrors: [{ code: "TOO_LONG", field: "rows" }] },
  });
  expect(await bring("SUBSCRIBERS", list(1, "x"), { source: " " })).toMatchObject({
    ...{ added: 0, userErrors: [{ code: "REQUIRED", field: "source" }] },
  });
  expect(await world()).toEqual(before);
});

test("imports of the same people at once bring each in once", async () => {
  const rows = Array.from({ length: 60 }, (_, n) => ({
    emailAddress: `crowd${n}@many.example.com`,
  }));
  const answers = await Promise.all(
    [rows, [...rows].reverse(), rows, [...rows].reverse()].map((each) =>
      bring("SUBSCRIBERS", each),
    ),
  );
  const sum = (of: "added" | "unchanged") => answers.reduce((n, answer) => n + answer[of], 0);
  expect([sum("added"), sum("unchanged")]).toEqual([60, 180]);
});

test.each(["support", "administrator", "operator", "privacy"] as const)(
  "%s has no field for imports",
  async (role) => {
    const { errors } = await api.as(role)(
      'mutation { contactsImport(input: { kind: PROSPECTS, rows: [], source: "x" }) { added } }',
    );
    expect(errors?.[0]?.message).toBe('Cannot query field "contactsImport" on type "Mutation".');
  },
);
