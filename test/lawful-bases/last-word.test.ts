// The person's last word counts, whatever comes to be known in which order, by which record and in which spelling of a time.
import { made } from "../exports/taking";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { LETTER, officerOf, permitted, WHY } from "./asking";

let api: Api;
let officer: ReturnType<typeof officerOf>;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
  officer = officerOf(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const CONSENT = { noticeVersion: "2021-01-11" };
const on = (at: string) => ({ evidence: { ...LETTER, at } });
let taken = 0;
async function reader(): Promise<{ kind: string; id: string; purpose: string }> {
  taken += 1;
  const { rows } = await api.database.query<{ id: string }>(
    `select id from subscribers where may_email and created_at < '2026-10-01' order by id offset ${taken} limit 1`,
  );
  return { kind: "SUBSCRIBER", id: rows[0]!.id, purpose: "NEWSLETTER" };
}
const contact = async (offset: number) =>
  (
    await api.database.query<{ id: string; address: string; customer: string }>(
      `select c.id, c.email_address as address, c.customer_id as customer from customer_contacts c
       join customers u on u.id = c.customer_id where u.state = 'ACTIVE' order by c.id offset $1 limit 1`,
      [offset],
    )
  ).rows[0]!;

test("a later objection is one of its own, and no consent from between opens what it closed", async () => {
  const of = await reader();
  await officer("object", { ...of, ...on("2026-10-02T00:00:00Z") });
  await officer("object", { ...of, ...on("2026-11-02T00:00:00Z") });
  const done = await officer("consent", { ...of, ...CONSENT, ...on("2026-10-20T00:00:00Z") });
  expect(done.userErrors).toEqual([]);
  expect(permitted(done)).toEqual([]);
});

test("a consent from before a withdrawal is refused after it", async () => {
  const of = await reader();
  await officer("withdraw", { ...of, ...on("2026-11-02T00:00:00Z") });
  const { userErrors } = await officer("consent", {
    ...{ ...of, ...CONSENT, ...on("2026-10-20T00:00:00Z") },
  });
  expect(userErrors).toEqual([{ code: "OLDER_THAN_WITHDRAWAL", field: "evidence.at" }]);
});

test("the same restriction again closes what a consent had opened since", async () => {
  const { purpose, ...of } = await reader();
  const restriction = { ...of, ground: "ACCURACY_CONTESTED" };
  await officer("restrict", { ...restriction, ...on("2026-11-02T00:00:00Z") });
  const consent = { ...of, purpose, ...CONSENT, ...on("2026-11-03T00:00:00Z") };
  expect(permitted(await officer("consent", consent))).toEqual([purpose]);
  const again = await officer("restrict", { ...restriction, ...on("2026-11-04T00:00:00Z") });
  expect(permitted(again)).toEqual([]);
});

test("within a millisecond whoever objects was the later", async () => {
  const { rows } = await api.database.query<{ id: string; at: Date }>(
    `select subject_id as id, effective_at as at from lawful_bases where subject_kind = 'SUBSCRIBER'
       and transition = 'ESTABLISHED' and subject_id in (select id from subscribers where may_email) order by id desc limit 1`,
  );
  const { id, at } = rows[0]!;
  await api.database.query("begin");
  await api.database.query("alter table lawful_bases disable trigger never_rewritten");
  await api.database.query(
    "update lawful_bases set effective_at = effective_at + interval '186 microseconds', recorded_at = recorded_at + interval '1 second' where subject_id = $1",
    [id],
  );
  await api.database.query("alter table lawful_bases enable always trigger never_rewritten");
  await api.database.query("commit");
  const of = { kind: "SUBSCRIBER", id, purpose: "NEWSLETTER", ...on(at.toISOString()) };
  expect(permitted(await officer("object", of))).toEqual([]);
  const withdrawn = await officer("withdraw", of);
  expect(withdrawn.userErrors).toEqual([]);
});

test("a customer's contact who objected is not brought in as a prospect", async () => {
  const { id, address } = await contact(3);
  await officer("object", {
    ...{ kind: "CUSTOMER_CONTACT", id, purpose: "MARKETING_AND_SALES", evidence: LETTER },
  });
  const { data } = await api.as("marketing")(
    `mutation ($address: String!) { prospectCreate(input: { name: "Same", kind: VISITOR, emailAddress: $address, source: "Fair",
      basis: CONSENT, consent: { wording: "Yes.", givenAt: "2026-01-01T00:00:00Z" } }) { userErrors { code } } }`,
    { address },
  );
  expect(data.prospectCreate.userErrors).toEqual([{ code: "ADDRESS_CLOSED" }]);
});

test("who is no customer any more is no existing customer, and the exception ends with the contract", async () => {
  const { id, customer } = await contact(5);
  const exception = async (at?: string) => {
    const { data } = await api.as("privacy")(
      `mutation ($input: ExistingCustomerRecordInput!) { done: existingCustomerRecord(input: $input) {
        lawfulness { decisions { purpose isPermitted } } userErrors { code } } }`,
      {
        input: {
          ...{ id, wasObtainedWithSale: true, isForSimilarServices: true },
          ...{ couldObjectWhenCollected: true, canObjectInEachMail: true },
          evidence: { source: "Order", wording: "All four.", at },
        },
      },
    );
    return data.done;
  };
  expect((await exception("2001-01-01T00:00:00Z")).userErrors).toEqual([{ code: "NO_SUCH_BASIS" }]);
  expect((await exception()).lawfulness.decisions).toContainEqual({
    ...{ purpose: "MARKETING_AND_SALES", isPermitted: true },
  });
  await officer("restrict", {
    ...{ kind: "CUSTOMER", id: customer, ground: "PROCESSING_UNLAWFUL", evidence: LETTER },
  });
  const { data } = await api.as("operator")(
    "mutation ($id: ID!) { customerEndContract(input: { id: $id }) { closedRecords } }",
    { id: customer },
  );
  expect(data.customerEndContract.closedRecords).toBeGreaterThan(10);
  expect((await exception()).userErrors).toEqual([{ code: "NO_SUCH_BASIS" }]);
  const { rows } = await api.database.query(
    "select purposes, may_email from customer_contacts where id = $1",
    [id],
  );
  expect(rows).toEqual([{ purposes: 0, may_email: false }]);
});

test("a file of users that was made before one of them was restricted is handed over no more", async () => {
  const file = await made(api, "administrator", {
    ...{ kind: "PLATFORM_USERS", reason: "Own use" },
  });
  const ask = async () =>
    (
      await api.as("administrator")("query ($id: ID!) { export(id: $id) { isOutdated } }", {
        id: file.id,
      })
    ).data.export.isOutdated as boolean;
  expect(await ask()).toBe(false);
  const user = async (customer: string) =>
    (
      await api.database.query<{ id: string }>(
        "select id from platform_users where customer_id = $1 and role = 'USER' order by id limit 1",
        [customer],
      )
    ).rows[0]!.id;
  const restrict = async (customer: string) =>
    officer("restrict", {
      ...{ kind: "PLATFORM_USER", id: await user(customer), ground: "ACCURACY_CONTESTED" },
      evidence: LETTER,
    });
  await restrict("01990000-0000-7000-8000-c05700000002");
  expect(await ask()).toBe(false);
  await restrict("01990000-0000-7000-8000-c05700000001");
  expect(await ask()).toBe(true);
});

test("an objection to security is overridden, with reasons, and never upheld", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from platform_users where purposes & 64 <> 0 order by id desc limit 1",
  );
  const done = await officer("object", {
    ...{ kind: "PLATFORM_USER", id: rows[0]!.id, purpose: "SECURITY", evidence: LETTER },
  });
  const { id } = done.lawfulness!.ledger.find((row) => row.transition === "OBJECTED")!;
  const upheld = await officer("decide", { id, outcome: "UPHELD", evidence: LETTER });
  expect(upheld.userErrors).toEqual([{ code: "SECURITY_GOES_ON", field: "outcome" }]);
  const overridden = await officer("decide", { id, outcome: "OVERRIDDEN", evidence: LETTER });
  expect(permitted(overridden)).toContain("SECURITY");
});

test("before a record was known there is nothing, and no time is older than the year one", async () => {
  const { kind, id } = await reader();
  const { data } = await api.as("privacy")(
    `query ($id: ID!) { lawfulness(kind: SUBSCRIBER, id: $id, knownAt: "2020-01-01T00:00:00Z") {
      ledger { id } decisions { isPermitted } } }`,
    { id },
  );
  expect(data.lawfulness.ledger).toEqual([]);
  expect(
    data.lawfulness.decisions.every((each: { isPermitted: boolean }) => !each.isPermitted),
  ).toBe(true);
  const { errors } = await api.as("privacy")(WHY, {
    ...{ kind, id, purpose: "NEWSLETTER", at: "0001-01-01T00:00:00+14:00" },
  });
  expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});
