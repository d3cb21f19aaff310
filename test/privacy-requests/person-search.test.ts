// The privacy officer finds one person across our own kinds, closed records included, with the ledger of each.
import { type Api, openApi } from "../setup/api";

let api: Api;
const ADDRESS = "prospect3@shop.example.net";

beforeAll(async () => {
  api = await openApi();
  // one person in all four kinds: a prospect, a reader, a user at two customers, a contact
  await api.database.query("set session_replication_role = replica");
  const like = "from prospects p where p.email_address = $1";
  for (const [table, condition] of [
    ["subscribers", "t.email_address = 'reader0@post.example.com'"],
    ["platform_users", "t.email_address = 'freelance@agency.example.org'"],
    ["customer_contacts", "t.id = (select min(id::text)::uuid from customer_contacts)"],
  ] as const)
    await api.database.query(
      `update ${table} t set email_address = p.email_address, email_canonical = p.email_canonical,
         email_hash = p.email_hash ${like} and ${condition}`,
      [ADDRESS],
    );
  await api.database.query("set session_replication_role = origin");
});
afterAll(() => api.close());

const SEARCH = `query ($emailAddress: String!) { personSearch(emailAddress: $emailAddress) {
  kind id customerId name emailAddress createdAt permittedPurposes
  lawfulBases { purpose lawfulBasis transition effectiveAt validUntil recordedAt } } }`;

type Found = {
  kind: string;
  id: string;
  customerId: string | null;
  emailAddress: string;
  permittedPurposes: string[];
  lawfulBases: { purpose: string; transition: string; validUntil: string | null }[];
};
const search = async (emailAddress: string): Promise<Found[]> => {
  const { data, errors } = await api.as("privacy")(SEARCH, { emailAddress });
  expect(errors).toBeUndefined();
  return data.personSearch as Found[];
};
type Entry = { subject_kind: string; subject_ids: string[]; row_count: number };
const entries = async () =>
  (
    await api.database.query<Entry>(
      "select * from audit_entries where operation = 'personSearch' order by recorded_at, id",
    )
  ).rows;

test("one person is found in every kind, with the whole ledger of each record", async () => {
  const found = await search(ADDRESS);
  const kinds = found.map(({ kind }) => kind);
  expect(kinds.sort()).toEqual([
    ...["CUSTOMER_CONTACT", "PLATFORM_USER", "PLATFORM_USER", "PROSPECT", "SUBSCRIBER"],
  ]);
  for (const { kind, id, customerId, emailAddress, lawfulBases } of found) {
    expect(emailAddress).toBe(ADDRESS);
    expect(customerId !== null).toBe(["CUSTOMER_CONTACT", "PLATFORM_USER"].includes(kind));
    const { rows } = await api.database.query(
      `select purpose, lawful_basis as "lawfulBasis", transition from lawful_bases
       where subject_id = $1 order by effective_at, id`,
      [id],
    );
    expect(lawfulBases).toMatchObject(rows);
    expect(lawfulBases.length).toBe(rows.length);
  }
});

test("each kind that knew the person leaves one entry, the others none", async () => {
  const before = (await entries()).length;
  const found = await search(ADDRESS);
  const made = (await entries()).slice(before);
  expect(made.map((entry) => entry.subject_kind).sort()).toEqual([
    ...["CUSTOMER_CONTACT", "PLATFORM_USER", "PROSPECT", "SUBSCRIBER"],
  ]);
  for (const entry of made) {
    const ids = found.filter(({ kind }) => kind === entry.subject_kind).map(({ id }) => id);
    expect([...entry.subject_ids].sort()).toEqual(ids.sort());
    expect(entry).toMatchObject({
      ...{ action: "READ", audience: "PRIVACY_OFFICER", purpose: "ANSWERING_THE_PERSON" },
      row_count: ids.length,
    });
  }
  await search("prospect4@shop.example.net");
  expect((await entries()).slice(before + 4).map((entry) => entry.subject_kind)).toEqual([
    "PROSPECT",
  ]);
});

test("any spelling finds the person, and no part of an address does", async () => {
  const all = await search(ADDRESS);
  for (const spelling of [
    ` ${ADDRESS.toUpperCase()} `,
    `${ADDRESS}.`,
    ADDRESS.replace("@", "\u200b@"),
  ])
    expect(await search(spelling)).toEqual(all);
  const before = await entries();
  for (const other of [
    "prospect3",
    "prospect3@",
    "%@shop.example.net",
    "",
    "\u0000",
    "x@y\u0000.example",
  ])
    expect(await search(other)).toEqual([]);
  expect(await search("nobody@nowhere.example.com")).toEqual([]);
  expect(await entries()).toEqual(before);
});

test("a domain of other letters is found written either way", async () => {
  const [written] = await search("prospect7@bücher-lager.example.org");
  const [coded] = await search("prospect7@xn--bcher-lager-thb.example.org");
  expect(written?.kind).toBe("PROSPECT");
  expect(coded).toEqual(written);
});

test("who objected, and who never was told in time, is found with what remains permitted", async () => {
  const [objected] = await search("prospect23@shop.example.net");
  expect(objected!.permittedPurposes).toEqual(["SERVICE_IMPROVEMENT"]);
  expect(objected!.lawfulBases.map(({ transition }) => transition)).toContain("OBJECTED");
  const [untold] = await search("prospect5@shop.example.net");
  expect(untold!.permittedPurposes).not.toContain("MARKETING_AND_SALES");
  const limited = untold!.lawfulBases.find(({ purpose }) => purpose === "MARKETING_AND_SALES");
  expect(limited!.validUntil).toMatch(/^\d{4}-/);
});

test("the register names our role, the purposes and their bases", async () => {
  const { data } = await api.as("privacy")(
    "{ processingRegister { activity kind ourRole data conditions purposes { purpose lawfulBases } } }",
  );
  const roles = data.processingRegister.map((row: { ourRole: string }) => row.ourRole);
  expect(new Set(roles)).toEqual(new Set(["CONTROLLER", "PROCESSOR"]));
  const prospects = data.processingRegister.filter((row: Found) => row.kind === "PROSPECT");
  expect(JSON.stringify(prospects)).toContain("MARKETING_AND_SALES");
});

test.each(["support", "marketing", "operator", "administrator", "user", "dashboard"] as const)(
  "%s has neither the search nor the register",
  async (role) => {
    const { data, errors } = await api.as(role)(SEARCH, { emailAddress: ADDRESS });
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe('Cannot query field "personSearch" on type "Query".');
    const register = await api.as(role)("{ processingRegister { activity } }");
    expect(register.data).toBeUndefined();
  },
);
