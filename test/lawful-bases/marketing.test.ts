// What marketing sees of the ledger: by which channel it may turn to whom, and why; who is still to be told that we hold
// the data; and contacts of customers only where a consent or the exception for existing customers is evidenced.
import { CASES } from "../../seeds/cases";
import { verifyLawfulness } from "../../src/lawfulness/compare-derivation";
import { type Api, openApi } from "../setup/api";
import { DO, LETTER, officerOf } from "./asking";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const CHANNELS = "channels { channel isAllowed because }";
const marketing = async (query: string, variables = {}) => {
  const { data, errors } = await api.as("marketing")(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

test("holding is not mailing: each contact says by e-mail what is allowed and why", async () => {
  const { prospects } = await marketing(
    `{ prospects(first: 100) { nodes { mayEmail ${CHANNELS} } } }`,
  );
  for (const { mayEmail, channels } of prospects.nodes)
    expect(channels).toEqual([
      {
        channel: "EMAIL",
        isAllowed: mayEmail,
        because: mayEmail
          ? expect.stringMatching(/^Mail is allowed: the person consented on /)
          : expect.stringMatching(/^No mail: (we may hold the record|the address must not)/),
      },
    ]);
  const { subscribers } = await marketing(
    `{ subscribers(first: 100) { nodes { id mayEmail ${CHANNELS} } } }`,
  );
  const suppressed = subscribers.nodes.filter((each: { mayEmail: boolean }) => !each.mayEmail);
  expect(suppressed.length).toBeGreaterThan(0);
  const never = "No mail: the address must not be mailed any more, whoever it is of.";
  expect(suppressed[0].channels[0].because).toBe(never);
  const officer = await api.as("privacy")(
    `query ($id: ID!) { lawfulness(kind: SUBSCRIBER, id: $id) { ${CHANNELS} } }`,
    { id: suppressed[0].id },
  );
  expect(officer.data.lawfulness.channels).toEqual([
    { channel: "EMAIL", isAllowed: false, because: never },
  ]);
});

test("a customer's contact is there for marketing where it may be marketed to, without its company", async () => {
  const { customerContacts } = await marketing(
    `{ customerContacts(first: 10) { totalCount nodes { id name emailAddress mayEmail ${CHANNELS} } } }`,
  );
  expect(customerContacts).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        mayEmail: true,
        channels: [
          {
            isAllowed: true,
            because:
              "Mail is allowed: about similar services of ours: an existing customer since 24 January 2026, who can refuse in each mail (ePrivacy Directive Art. 13(2)).",
          },
        ],
      },
    ],
  });
  const [{ id }] = customerContacts.nodes;
  const { errors } = await api.as("marketing")(
    "query ($id: ID!) { customerContact(id: $id) { customer { name } } }",
    { id },
  );
  expect(errors).toHaveLength(1);
  await officerOf(api)("object", {
    ...{ kind: "CUSTOMER_CONTACT", id, purpose: "MARKETING_AND_SALES", evidence: LETTER },
  });
  expect((await marketing("{ customerContacts { totalCount } }")).customerContacts).toEqual({
    totalCount: 0,
  });
});

test("the exception for existing customers needs all four conditions", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from customer_contacts where purposes & 1 <> 0 order by id limit 1",
  );
  const input = {
    ...{ id: rows[0]!.id, evidence: { source: "Order form", wording: "All four." } },
    ...{ wasObtainedWithSale: true, isForSimilarServices: true },
    ...{ couldObjectWhenCollected: true, canObjectInEachMail: false },
  };
  const record = `mutation ($input: ExistingCustomerRecordInput!) { done: existingCustomerRecord(input: $input) {
    lawfulness { decisions { purpose isPermitted } } userErrors { code field } } }`;
  const refused = await api.as("privacy")(record, { input });
  expect(refused.data.done.userErrors).toEqual([
    { code: "REQUIRED", field: "canObjectInEachMail" },
  ]);
  const done = await api.as("privacy")(record, { input: { ...input, canObjectInEachMail: true } });
  expect(done.data.done.lawfulness.decisions).toContainEqual({
    ...{ purpose: "MARKETING_AND_SALES", isPermitted: true },
  });
});

test("who is told in time stays, and who is still to be told is a list", async () => {
  const create = `mutation { prospectCreate(input: { name: "List Entry", kind: EVENT_PARTICIPANT, basis: LEGITIMATE_INTERESTS,
    emailAddress: "list.entry@fair.example.com", source: "A fair's list" }) { prospect { id } userErrors { code } } }`;
  const { id } = (await marketing(create)).prospectCreate.prospect;
  const due = async () =>
    (
      (
        await marketing(
          "{ prospects(first: 100, filter: { isToBeInformed: true }) { nodes { id } } }",
        )
      ).prospects.nodes as { id: string }[]
    ).map((each) => each.id);
  expect(await due()).toEqual([id]);
  const inform = (informedOn: string) =>
    marketing(
      `mutation ($id: ID!, $on: Date!) { prospectsInformed(input: { ids: [$id], informedOn: $on }) { informed userErrors { code field } } }`,
      { id, on: informedOn },
    );
  expect((await inform("2999-01-01")).prospectsInformed).toEqual({
    ...{ informed: null, userErrors: [{ code: "INVALID", field: "informedOn" }] },
  });
  expect((await inform("2026-11-01")).prospectsInformed).toEqual({ informed: 1, userErrors: [] });
  expect((await inform("2026-11-02")).prospectsInformed).toEqual({ informed: 0, userErrors: [] });
  expect(await due()).toEqual([]);
  const { rows } = await api.database.query(
    "select informed_on::text, purposes_valid_until::text from prospects where id = $1",
    [id],
  );
  expect(rows).toEqual([{ informed_on: "2026-11-01", purposes_valid_until: "infinity" }]);
});

test("whose thirty days are over is not opened again by being told", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from prospects where email_canonical = $1",
    [CASES.neverInformed],
  );
  const { data } = await api.as("marketing")(
    `mutation ($id: ID!) { prospectsInformed(input: { ids: [$id], informedOn: "2026-11-20" }) { informed } }`,
    { id: rows[0]!.id },
  );
  expect(data.prospectsInformed).toEqual({ informed: 0 });
});

test("the nightly comparison passes, and fails once a record may be used for more than its ledger says", async () => {
  await expect(verifyLawfulness()).resolves.toBeUndefined();
  await api.database.query(
    "update prospects set purposes = purposes | 8 where id = (select id from prospects where purposes & 8 = 0 limit 1)",
  );
  await expect(verifyLawfulness()).rejects.toMatchObject({ reason: "LAWFULNESS_DIFFERS" });
});

test("marketing has none of the officer's operations", async () => {
  const { errors } = await api.as("marketing")(DO.object, { input: {} });
  expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});
