// An id that one may not see answers byte for byte like one that nobody has: by every query and every verb with an id.
import { peopleOf, STORY_CUSTOMERS, type StoryRole } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

let api: Api;
let ids: Record<string, string>;
const [, BLUEBELL] = STORY_CUSTOMERS;
const NOBODY = "01990000-0000-7000-8000-ffffffffffff";

/** Somebody behind a wall, by name. */
const BEHIND = {
  foreignCustomer: ["customers", `id = '${BLUEBELL.id}'`],
  foreignContact: ["customer_contacts", `customer_id = '${BLUEBELL.id}'`],
  foreignUser: ["platform_users", `customer_id = '${BLUEBELL.id}'`],
  endedCustomer: ["customers", "purposes & 33 = 0"],
  endedContact: ["customer_contacts", "purposes & 33 = 0"],
  endedUser: ["platform_users", "purposes & 33 = 0"],
  colleague: [
    "platform_users",
    `customer_id = '${STORY_CUSTOMERS[0].id}' and role = 'USER' and id <> '${STORY_CUSTOMERS[0].user.id}'`,
  ],
  anyProspect: ["prospects", "purposes & 8 <> 0"],
  closedProspect: ["prospects", "purposes & 8 = 0"],
  anySubscriber: ["subscribers", "purposes & 16 <> 0"],
  leftSubscriber: ["subscribers", "purposes & 16 = 0"],
  interaction: ["interactions", "prospect_id is not null"],
} as const;

beforeAll(async () => {
  api = await openApi();
  ids = {};
  for (const [name, [table, condition]] of Object.entries(BEHIND)) {
    const { rows } = await api.database.query<{ id: string }>(
      `select id from ${table} where ${condition} order by id limit 1`,
    );
    ids[name] = rows[0]!.id;
  }
});
afterAll(() => api.close());

const entries = async () => (await api.database.query("select from audit_entries")).rowCount;

/** Asks with the id of somebody behind the wall, of nobody, and with no id at all. */
async function alike(role: StoryRole, query: string, name: string) {
  const before = await entries();
  const [foreign, nobody, impossible] = [
    await api.as(role)(query, { id: ids[name] }),
    await api.as(role)(query, { id: NOBODY }),
    await api.as(role)(query, { id: "no uuid" }),
  ];
  expect(nobody.errors).toBeUndefined();
  expect(foreign.text).toBe(nobody.text);
  expect(impossible.text).toBe(nobody.text);
  expect(foreign.status).toBe(nobody.status);
  expect(foreign.text).not.toContain(ids[name]);
  expect(await entries()).toBe(before);
  return foreign;
}

test.each<[StoryRole, string, string[]]>([
  ["administrator", "customer", ["foreignCustomer", "endedCustomer"]],
  ["administrator", "platformUser", ["foreignUser", "endedUser"]],
  ["support", "customer", ["endedCustomer"]],
  ["support", "platformUser", ["endedUser"]],
  ["operator", "customer", ["endedCustomer"]],
  ["marketing", "prospect", ["closedProspect", "anySubscriber", "foreignUser"]],
  ["marketing", "subscriber", ["leftSubscriber", "anyProspect"]],
])("%s asks for a %s", async (role, field, names) => {
  const query = `query ($id: ID!) { ${field}(id: $id) { id name } }`;
  for (const name of names)
    expect((await alike(role, query, name)).data).toEqual({ [field]: null });
});

test.each<[StoryRole, string[]]>([
  ["administrator", ["foreignCustomer", "foreignContact", "foreignUser", "anyProspect"]],
  ["user", ["foreignCustomer", "foreignUser", "colleague"]],
  ["support", ["endedCustomer", "endedContact", "endedUser", "anyProspect", "anySubscriber"]],
  ["marketing", ["closedProspect", "leftSubscriber", "foreignUser", "foreignContact"]],
  ["operator", ["endedCustomer", "foreignUser", "foreignContact"]],
  ["privacy", ["foreignUser", "anyProspect", "interaction"]],
])("%s asks for a node", async (role, names) => {
  const query = "query ($id: ID!) { node(id: $id) { id } }";
  for (const name of names) expect((await alike(role, query, name)).data).toEqual({ node: null });
});

const REFUSED = "userErrors { code field message }";
test.each<[StoryRole, string, string, string[]]>([
  [
    ...(["administrator", "platformUserUpdate", 'input: { id: $id, name: "Else" }'] as const),
    ["foreignUser", "endedUser"],
  ],
  [
    ...([
      "administrator",
      "platformUserUpdate",
      "input: { id: $id, role: USER, version: 1 }",
    ] as const),
    ["foreignUser"],
  ],
  ["administrator", "platformUserDeactivate", "input: { id: $id }", ["foreignUser", "endedUser"]],
  [
    ...(["support", "revealEmailAddress", "input: { kind: PLATFORM_USER, id: $id }"] as const),
    ["endedUser", "foreignContact", "anyProspect"],
  ],
  [
    ...(["support", "revealEmailAddress", "input: { kind: CUSTOMER_CONTACT, id: $id }"] as const),
    ["endedContact", "foreignUser", "anyProspect"],
  ],
  [
    ...(["marketing", "prospectUpdate", 'input: { id: $id, name: "Else" }'] as const),
    ["closedProspect", "anySubscriber"],
  ],
  [
    ...([
      "marketing",
      "prospectUpdate",
      'input: { id: $id, emailAddress: "e@example.com" }',
    ] as const),
    ["closedProspect"],
  ],
  ["privacy", "providerAgreementEnd", "input: { id: $id }", ["foreignCustomer", "anyProspect"]],
])("%s calls %s with %s", async (role, verb, input, names) => {
  const query = `mutation ($id: ID!) { ${verb}(${input}) { ${REFUSED} } }`;
  for (const name of names) {
    const { data } = await alike(role, query, name);
    expect(data[verb].userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  }
});

test("the same of the people of another customer, asked the other way round", async () => {
  const ask = api.asViewer(peopleOf(BLUEBELL).administrator.viewer);
  const query = "query ($id: ID!) { platformUser(id: $id) { id } }";
  const own = await ask(query, { id: ids.foreignUser });
  expect(own.data.platformUser).toEqual({ id: ids.foreignUser });
  const harbour = await ask(query, { id: ids.colleague });
  expect(harbour.text).toBe((await ask(query, { id: NOBODY })).text);
});
