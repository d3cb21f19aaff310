// A use of a record keeps the row of the ledger that allowed it.
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

/** The latest entry of an operation, and the bases that its record stands on for a purpose. */
async function entryOf(operation: string, subjectId: string, purpose: string) {
  const { rows } = await api.database.query(
    `select basis_ids as "basisIds", array(select id from lawful_bases where subject_id = $2 and purpose = $3) as bases
     from audit_entries where operation = $1 and $2 = any (subject_ids) and action <> 'READ' order by recorded_at desc limit 1`,
    [operation, subjectId, purpose],
  );
  return rows[0] as { basisIds: string[]; bases: string[] };
}
const first = async (text: string) => (await api.database.query<{ id: string }>(text)).rows[0]!.id;

test("marketing's change of a prospect names what it may market on", async () => {
  const id = await first("select id from prospects where purposes & 8 <> 0 order by id limit 1");
  await api.as("marketing")(
    `mutation ($id: ID!) { prospectUpdate(input: { id: $id, companyName: "Elsewhere" }) { userErrors { code } } }`,
    { id },
  );
  const { basisIds, bases } = await entryOf("prospectUpdate", id, "MARKETING_AND_SALES");
  expect(basisIds).toEqual(bases);
});

test("a revealed address names what support may see it on", async () => {
  const id = await first(
    "select id from platform_users where purposes & 32 <> 0 and state = 'ACTIVE' order by id limit 1",
  );
  const { data } = await api.as("support")(
    `mutation ($id: ID!) { revealEmailAddress(input: { kind: PLATFORM_USER, id: $id }) { emailAddress } }`,
    { id },
  );
  expect(data.revealEmailAddress.emailAddress).toMatch(/@/);
  const { basisIds, bases } = await entryOf("revealEmailAddress", id, "CUSTOMER_SUPPORT");
  expect(basisIds).toEqual(bases);
});

test("an administrator's change of a user names the contract, and the officer reads which", async () => {
  const id = await first(
    `select id from platform_users where customer_id = '01990000-0000-7000-8000-c05700000001' and role = 'USER'
       and state = 'ACTIVE' order by id limit 1`,
  );
  await api.as("administrator")(
    `mutation ($id: ID!) { platformUserUpdate(input: { id: $id, name: "Else" }) { userErrors { code } } }`,
    { id },
  );
  const { basisIds, bases } = await entryOf("platformUserUpdate", id, "SERVICE_PERFORMANCE");
  expect(basisIds).toEqual(bases);
  const { data } = await api.as("privacy")(
    `query ($id: ID!) { auditEntries(first: 1, filter: { subjectId: $id, action: WRITE }) { nodes { operation basisIds } } }`,
    { id },
  );
  expect(data.auditEntries.nodes).toEqual([{ operation: "platformUserUpdate", basisIds }]);
});

test("of another customer's record nobody learns what it stands on", async () => {
  const ask = async (customer: string) => {
    await api.database.query("begin");
    await api.database.query(
      `select set_config('role', 'audience_account_administrator', true), set_config('app.viewer', gen_random_uuid()::text, true),
         set_config('app.customer', $1, true), set_config('app.purpose', 'SERVICE_PERFORMANCE', true)`,
      [customer],
    );
    const { rows } = await api.database.query(
      "select deciding_basis('CUSTOMER', '01990000-0000-7000-8000-c05700000001') as basis",
    );
    await api.database.query("rollback");
    return (rows[0] as { basis: string | null }).basis;
  };
  expect(await ask("01990000-0000-7000-8000-c05700000001")).not.toBeNull();
  expect(await ask("01990000-0000-7000-8000-c05700000002")).toBeNull();
});
