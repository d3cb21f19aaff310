// What a platform user sees of people: themselves, and whom to ask.
import { type Api, openApi } from "../setup/api";
import { entriesFromNow, HARBOUR } from "./people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

test("a user sees the own record whole, and what is on record about the own activity", async () => {
  const { data, errors } = await api.as("user")(
    `{ me { id name role state jobTitle emailAddress phone createdAt deactivatedAt permittedPurposes
      activities(first: 5) { totalCount nodes { kind occurredAt source } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.me).toMatchObject({
    ...{ id: HARBOUR.user.id, name: HARBOUR.user.name, role: "USER", state: "ACTIVE" },
    ...{ emailAddress: "user1@harbour-finch-logistics.example.com", deactivatedAt: null },
  });
  const { totalCount, nodes } = data.me.activities;
  expect(totalCount).toBe(24);
  const instants = nodes.map((node: { occurredAt: string }) => node.occurredAt);
  expect(instants.length).toBe(5);
  expect(instants).toEqual([...instants].sort().reverse());
});

test("the pages of activity lose nothing, though several things happened at one instant", async () => {
  await api.database.query(
    `update activities set occurred_at = '2026-03-01T09:30:00.123456Z'
     where platform_user_id = $1 and id in
       (select id from activities where platform_user_id = $1 order by id limit 9)`,
    [HARBOUR.user.id],
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<ReturnType<Api["as"]>>> = await api.as("user")(
      `query ($after: String) { me { activities(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    const page = data.me.activities;
    seen.push(...page.nodes.map(({ id }: { id: string }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen.length).toBe(24);
  expect(new Set(seen).size).toBe(24);
});

test("a user sees the active administrators of the own customer, by name and address", async () => {
  const { data } = await api.as("user")("{ myAccountAdministrators { id name emailAddress } }");
  const { rows } = await api.database.query(
    `select id, name, email_address as "emailAddress" from platform_users
     where customer_id = $1 and role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE' order by name, id`,
    [HARBOUR.id],
  );
  expect(rows.length).toBe(2);
  expect(data.myAccountAdministrators).toEqual(rows);
});

test.each([
  ["platformUsers { totalCount }", "Query"],
  [`platformUser(id: "${HARBOUR.administrator.id}") { id }`, "Query"],
  ["me { version }", "PlatformUser"],
  ["me { emailAddressMasked }", "PlatformUser"],
  ["me { customer { id } }", "PlatformUser"],
  ["me { activities { nodes { platformUser { id } } } }", "Activity"],
  ["myAccountAdministrators { phone }", ""],
])("a user has no %s", async (selection) => {
  const { data, errors } = await api.as("user")(`{ ${selection} }`);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.message).toMatch(/^Cannot query field/);
});

test("a colleague who is no administrator is not found by a user, by no way", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from platform_users where customer_id = $1 and role = 'USER' and id <> $2 limit 1",
    [HARBOUR.id, HARBOUR.user.id],
  );
  const { data } = await api.as("user")("query ($id: ID!) { node(id: $id) { id } }", rows[0]);
  expect(rows.length).toBe(1);
  expect(data.node).toBeNull();
});

test("activity is entered under the person who acted", async () => {
  const made = await entriesFromNow(api.database);
  await api.as("administrator")(
    `query ($id: ID!) { platformUser(id: $id) { activities(first: 3) { nodes { kind } } } }`,
    { id: HARBOUR.user.id },
  );
  const entries = await made();
  expect(entries.map(({ operation }) => operation)).toEqual([
    "platformUser",
    "PlatformUser.activities",
  ]);
  expect(entries.map(({ subject_ids }) => subject_ids)).toEqual([
    [HARBOUR.user.id],
    [HARBOUR.user.id],
  ]);
});
