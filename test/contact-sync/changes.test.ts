// What a marketing tool hears of contacts, and what that leaves behind.
import { seedId } from "../../seeds/records";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { startWorker } from "../../src/worker";
import { type Api, openApi } from "../setup/api";
import { clientLike } from "../setup/clients";
import { CHANGES, numbered, pullAll } from "./tool";

let api: Api;
let worker: { close(): Promise<void> };
beforeAll(async () => {
  api = await openApi();
  worker = await startWorker(api.config);
  await numbered(api.database);
});
afterAll(async () => {
  await worker.close();
  await api.close();
});

const tool = () => api.as("sync");
const toolOf = async (provider: number) => {
  const ofIt = { serviceProviderId: seedId("provider", provider) };
  return api.asViewer(await clientLike(api.database, STORY_PEOPLE.sync.viewer, ofIt));
};
const rows = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await api.database.query<T>(text, values)).rows;
const one = async <T extends object>(text: string, values: unknown[] = []): Promise<T> =>
  (await rows<T>(text, values))[0]!;
const traces = () =>
  one<{ disclosures: number; entries: number }>(
    `select (select count(*)::int from disclosures) as disclosures,
      (select count(*)::int from audit_entries where operation = 'contactChanges') as entries`,
  );
const OPEN_PROSPECT = "(purposes & 8) <> 0 and purposes_valid_until > now()";
const somebody = (condition: string, table = "prospects") =>
  one<{ id: string; email_address: string }>(
    `select id, email_address from ${table} where ${condition} order by id limit 1`,
  );
const rename = (id: string, companyName: string) =>
  api.as("marketing")(
    "mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) { userErrors { message } } }",
    { input: { id, companyName } },
  );

test("the whole feed, in pages of any size, is the same changes in rising order", async () => {
  const whole = await pullAll(tool());
  const pages = await pullAll(tool(), null, { first: 97 });
  expect(pages.changes).toEqual(whole.changes);
  expect(pages.pulls).toBe(Math.ceil(whole.changes.length / 97));
  const numbers = whole.changes.map(({ changeNumber }) => changeNumber);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  const { count } = await one<{ count: string }>("select count(*) from feed");
  expect(numbers.length).toBe(Number(count));
});

test("what a tool holds after the whole feed is who may be marketed to now, as they are now", async () => {
  const held = new Map(
    (await pullAll(tool())).changes.map((change) => [change.id, change.contact]),
  );
  const may = await rows<{ id: string }>(
    `select id, name, company_name as "companyName", email_address as "emailAddress", may_email as "mayEmail"
       from prospects where ${OPEN_PROSPECT}
     union all select id, name, null, email_address, may_email from subscribers
       where (purposes & 16) <> 0 and purposes_valid_until > now()`,
  );
  const contacts = [...held].flatMap(([id, contact]) => (contact ? [{ id, ...contact }] : []));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(contacts.sort(byId)).toEqual(may.sort(byId));
  expect(held.size).toBeGreaterThan(contacts.length);
});

test("a change is heard once, and asking again from there hears nothing and leaves nothing", async () => {
  const { cursor } = await pullAll(tool());
  const { id } = await somebody(OPEN_PROSPECT);
  await rename(id, "Harbour Lane");
  await numbered(api.database);
  const heard = await pullAll(tool(), cursor);
  expect(heard.changes).toMatchObject([
    { kind: "PROSPECT", id, contact: { companyName: "Harbour Lane" } },
  ]);
  const before = await traces();
  const again = await pullAll(tool(), heard.cursor);
  expect(again).toEqual({ changes: [], cursor: heard.cursor, pulls: 1 });
  expect(await traces()).toEqual(before);
});

test("who objects becomes a tombstone, which tells nothing and is no Disclosure", async () => {
  const { cursor } = await pullAll(tool());
  const { id } = await somebody(`${OPEN_PROSPECT} and may_email`);
  await api.database.query(
    `insert into lawful_bases (id, subject_kind, subject_id, purpose, transition)
     values (gen_random_uuid(), 'PROSPECT', $1, 'MARKETING_AND_SALES', 'OBJECTED')`,
    [id],
  );
  await numbered(api.database);
  const before = await traces();
  const heard = await pullAll(tool(), cursor);
  expect(heard.changes).toEqual([
    { changeNumber: expect.any(Number), kind: "PROSPECT", id, contact: null },
  ]);
  expect(await traces()).toEqual(before);
  const { changes } = await pullAll(tool());
  expect(changes.filter((change) => change.id === id && change.contact)).toEqual([]);
});

test("a suppressed address is still a contact, but may not be mailed", async () => {
  const { cursor } = await pullAll(tool());
  const { id, email_address } = await somebody("may_email", "subscribers");
  await api.as("marketing")(
    "mutation ($input: SuppressionAddInput!) { suppressionAdd(input: $input) { isSuppressed } }",
    { input: { emailAddress: email_address, reason: "COMPLAINED" } },
  );
  await numbered(api.database);
  const { changes } = await pullAll(tool(), cursor);
  expect(changes).toMatchObject([{ id, kind: "SUBSCRIBER", contact: { mayEmail: false } }]);
});

test("a pull is one Disclosure and one entry a kind, with the range of changes and never the read-ahead one", async () => {
  const from = await one<{ number: string }>(
    `select min(n) as number from (select change_number as n, lead(subject_kind) over w as next, subject_kind as kind
       from feed window w as (order by change_number)) f where next <> kind`,
  );
  const before = await pullAll(tool());
  const turn = before.changes.findIndex(({ changeNumber }) => changeNumber === Number(from.number));
  const start = await tool()(CHANGES, { first: turn - 4, after: null });
  const { data } = await tool()(CHANGES, {
    first: 10,
    after: start.data.contactChanges.pageInfo.endCursor,
  });
  const sent = (
    data.contactChanges.nodes as { changeNumber: number; kind: string; contact: object }[]
  ).filter(({ contact }) => contact);
  const range = (of: { changeNumber: number }[]) => ({
    first_change: String(of[0]?.changeNumber),
    last_change: String(of.at(-1)?.changeNumber),
  });
  const disclosure = await one("select * from disclosures order by id desc limit 1");
  expect(disclosure).toMatchObject({
    ...range(sent),
    service_provider_id: STORY_PEOPLE.sync.viewer.serviceProviderId,
    viewer_id: STORY_PEOPLE.sync.viewer.id,
    fields: ["name", "companyName", "emailAddress", "mayEmail"],
    contact_count: sent.length,
  });
  const kinds = [...new Set(sent.map(({ kind }) => kind))];
  expect(kinds.sort()).toEqual(["PROSPECT", "SUBSCRIBER"]);
  const entries = await rows(
    "select * from audit_entries where operation = 'contactChanges' order by recorded_at desc, subject_kind limit 2",
  );
  expect(entries).toMatchObject(
    kinds.map((kind) => {
      const ofKind = sent.filter((change) => change.kind === kind);
      const purpose = kind === "PROSPECT" ? "MARKETING_AND_SALES" : "NEWSLETTER";
      const who = { action: "READ", audience: "CONTACT_SYNC", subject_kind: kind, purpose };
      return { ...who, ...range(ofKind), row_count: ofKind.length, subject_ids: [] };
    }),
  );
});

test("a request that narrows itself to the newsletter hears of its readers and takes nobody for gone", async () => {
  const { changes } = await pullAll(tool(), null, { headers: { "x-purpose": "NEWSLETTER" } });
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["SUBSCRIBER"]));
  expect(changes.some(({ contact }) => contact)).toBe(true);
  const others = await pullAll(tool(), null, { headers: { "x-purpose": "MARKETING_AND_SALES" } });
  expect(new Set(others.changes.map(({ kind }) => kind))).toEqual(new Set(["PROSPECT"]));
});

test("a provider whose agreement covers the newsletter alone hears of no prospect, not even its going", async () => {
  const { changes } = await pullAll(await toolOf(2));
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(["SUBSCRIBER"]));
  const { purposes } = await one<{ purposes: string }>(
    "select purposes::text from disclosures order by id desc limit 1",
  );
  expect(purposes).toBe("{NEWSLETTER}");
});

test("a tool of a provider whose agreement has ended gets nothing and leaves no trace", async () => {
  const before = await traces();
  const { status, errors } = await (await toolOf(3))(CHANGES, { first: 10 });
  expect(status).toBe(401);
  expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  expect(await traces()).toEqual(before);
});

test.each([
  ["no change", { first: 0 }, "first"],
  ["1,001 changes", { first: 1_001 }, "first"],
  ["a cursor of its own making", { first: 10, after: "MTIzNDU2Nzg5MDEyWzEsMl0" }, "after"],
])("asking for %s is refused", async (_, variables, argumentName) => {
  const { data, errors } = await tool()(CHANGES, variables);
  expect(data?.contactChanges ?? null).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argumentName } }]);
});

test.each(["marketing", "support", "privacy", "operator", "administrator", "dashboard"] as const)(
  "%s has no field for the feed",
  async (role) => {
    const { errors } = await api.as(role)(CHANGES, { first: 10 });
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  },
);
