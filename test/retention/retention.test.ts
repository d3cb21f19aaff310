// What goes when the last basis has ended, and what a hold keeps: named items, for a reason, until a day.
import { type Api, openApi } from "../setup/api";
import { LETTER, officerOf } from "../lawful-bases/asking";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const PLACE = `mutation ($input: LegalHoldPlaceInput!) { legalHoldPlace(input: $input) {
  hold { id items isWholeRecord reason endsOn liftedAt } userErrors { code field message } } }`;
const LIFT = `mutation ($id: ID!) { legalHoldLift(input: { id: $id }) { hold { id liftedAt } userErrors { code } } }`;
const ERASURES = `query { erasures(first: 100) { nodes { subjectKind subjectId scheduledAt dueAt willGo stays } } }`;

type Planned = {
  subjectId: string;
  scheduledAt: string;
  dueAt: string;
  willGo: string[];
  stays: string[];
};
const planned = async (subjectId: string): Promise<Planned | undefined> =>
  (
    (await api.as("privacy")(ERASURES)).data as { erasures: { nodes: Planned[] } }
  ).erasures.nodes.find((each) => each.subjectId === subjectId);

let taken = 0;
async function reader(): Promise<string> {
  taken += 1;
  const { rows } = await api.database.query<{ id: string }>(
    `select id from subscribers where may_email order by id offset ${taken} limit 1`,
  );
  return rows[0]!.id;
}
const withdraw = (id: string) =>
  officerOf(api)("withdraw", { kind: "SUBSCRIBER", id, purpose: "NEWSLETTER", evidence: LETTER });

test("whose last basis ended is scheduled to be erased after thirty days, and a new consent cancels it", async () => {
  const id = await reader();
  expect(await planned(id)).toBeUndefined();
  await withdraw(id);
  const plan = (await planned(id))!;
  expect(plan).toMatchObject({ willGo: ["name", "emailAddress"], stays: [] });
  expect(Date.parse(plan.dueAt) - Date.parse(plan.scheduledAt)).toBe(30 * 86_400_000);
  await officerOf(api)("consent", {
    ...{ kind: "SUBSCRIBER", id, purpose: "NEWSLETTER", noticeVersion: "2021-01-11" },
    evidence: { source: "Form", wording: "Yes." },
  });
  expect(await planned(id)).toBeUndefined();
});

test("who objects to marketing keeps no record alive by that; while it is restricted nothing goes", async () => {
  const id = await reader();
  const { lawfulness } = await officerOf(api)("restrict", {
    ...{ kind: "SUBSCRIBER", id, ground: "NEEDED_FOR_CLAIMS", evidence: LETTER },
  });
  expect(await planned(id)).toBeUndefined();
  await officerOf(api)("object", {
    ...{ kind: "SUBSCRIBER", id, purpose: "NEWSLETTER", evidence: LETTER },
  });
  expect(await planned(id)).toBeUndefined();
  const restriction = lawfulness!.ledger.find((row) => row.transition === "RESTRICTED")!;
  await officerOf(api)("lift", { id: restriction.id, evidence: LETTER });
  expect(await planned(id)).toMatchObject({ willGo: ["name", "emailAddress"] });
});

test("a hold keeps the items that it names until it is lifted, and lifting twice is once", async () => {
  const id = await reader();
  await withdraw(id);
  const input = {
    ...{ kind: "SUBSCRIBER", id, items: ["emailAddress"], endsOn: "2027-12-31" },
    reason: "A court asked who subscribed.",
  };
  const { data } = await api.as("privacy")(PLACE, { input });
  expect(data.legalHoldPlace).toMatchObject({
    hold: { ...{ items: ["emailAddress"] } },
    userErrors: [],
  });
  expect(await planned(id)).toMatchObject({ willGo: ["name"], stays: ["emailAddress"] });
  const lift = () => api.as("privacy")(LIFT, { id: data.legalHoldPlace.hold.id });
  const first = (await lift()).data.legalHoldLift;
  expect(first.hold.liftedAt).not.toBeNull();
  expect((await lift()).data.legalHoldLift).toEqual(first);
  expect(await planned(id)).toMatchObject({ willGo: ["name", "emailAddress"], stays: [] });
});

test.each([
  ["no items", { items: [] }, "REQUIRED", "items"],
  ["an item that the record doesn't have", { items: ["phone"] }, "INVALID", "items"],
  ["items and the whole record", { isWholeRecord: true }, "INVALID", "items"],
  ["an end that has been", { endsOn: "2020-01-01" }, "INVALID", "endsOn"],
  ["no reason", { reason: " " }, "REQUIRED", "reason"],
  ["no such record", { id: "01990000-0000-7000-8000-000000000000" }, "NOT_FOUND", "id"],
] as const)("a hold with %s is refused", async (_, change, code, field) => {
  const before = await api.database.query("select count(*) from legal_holds");
  const input = {
    ...{ kind: "SUBSCRIBER", id: await reader(), items: ["name"], endsOn: "2027-12-31" },
    ...{ reason: "A lawsuit.", ...change },
  };
  const { data } = await api.as("privacy")(PLACE, { input });
  expect(data.legalHoldPlace).toMatchObject({ hold: null, userErrors: [{ code, field }] });
  expect((await api.database.query("select count(*) from legal_holds")).rows).toEqual(before.rows);
});

test("of a customer whose contract ended only what a law keeps of its invoices is kept", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from customers where state = 'ACTIVE' order by name desc limit 1",
  );
  const { id } = rows[0]!;
  const end = () =>
    api.as("operator")(
      "mutation ($id: ID!) { customerEndContract(input: { id: $id }) { closedRecords userErrors { code } } }",
      { id },
    );
  const { data } = await end();
  expect(data.customerEndContract.userErrors).toEqual([]);
  const count = await api.database.query<{ n: number }>(
    `select (1 + (select count(*) from customer_contacts where customer_id = $1)
       + (select count(*) from platform_users where customer_id = $1))::integer as n`,
    [id],
  );
  expect(data.customerEndContract.closedRecords).toBe(count.rows[0]!.n);
  expect((await end()).data.customerEndContract).toEqual({
    ...{ closedRecords: null, userErrors: [{ code: "NOT_FOUND" }] },
  });
  const open = await api.database.query<{ purposes: number; until: string }>(
    `select distinct purposes, purposes_valid_until::text as until from customers where id = $1
     union select purposes, 'user' from platform_users where customer_id = $1
     union select purposes, 'contact' from customer_contacts where customer_id = $1 order by 1 desc, 2`,
    [id],
  );
  expect(open.rows).toEqual([
    { purposes: 2, until: expect.stringMatching(/^2037-01-01 00:00:00/) },
    { purposes: 0, until: "contact" },
    { purposes: 0, until: "user" },
  ]);
  const sees = await api.as("support")("query ($id: ID!) { customer(id: $id) { id } }", { id });
  expect(sees.data).toEqual({ customer: null });
});
