// Which customers exist for whom, and how much of them: an administrator's own, support's all, operators' bare record.
import { peopleOf, STORY_CUSTOMERS } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";
import { BLUEBELL, HARBOUR, NOBODY } from "../platform-users/people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

test("an administrator has one customer, with and without naming it", async () => {
  const ask = api.as("administrator");
  const { data } = await ask(
    `query ($id: ID!) { own: customer { id name } named: customer(id: $id) { id name }
      customers { totalCount nodes { id name } } }`,
    { id: HARBOUR.id },
  );
  const harbour = { id: HARBOUR.id, name: HARBOUR.name };
  expect(data).toEqual({
    own: harbour,
    named: harbour,
    customers: { totalCount: 1, nodes: [harbour] },
  });
});

test("another customer answers exactly like an id that nobody has", async () => {
  const find =
    "query ($id: ID!) { customer(id: $id) { id name contacts { totalCount } } node(id: $id) { id } }";
  const ask = api.as("administrator");
  const foreign = await ask(find, { id: BLUEBELL.id });
  expect(foreign.data).toEqual({ customer: null, node: null });
  expect(foreign.text).toBe((await ask(find, { id: NOBODY })).text);
  expect(foreign.text).toBe((await ask(find, { id: "no uuid" })).text);
});

test.each(["support", "operator"] as const)(
  "%s sees every customer with a running contract",
  async (role) => {
    const { data } = await api.as(role)(
      "{ customers(first: 100) { totalCount nodes { id name state } pageInfo { hasNextPage } } }",
    );
    const { rows } = await api.database.query(
      "select id, name, state from customers where purposes & 33 = 33 order by name, id",
    );
    expect(rows.length).toBe(13);
    expect(data.customers).toEqual({
      totalCount: 13,
      nodes: rows,
      pageInfo: { hasNextPage: false },
    });
  },
);

test("the pages of customers lose and repeat none", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<ReturnType<Api["as"]>>> = await api.as("support")(
      `query ($after: String) { customers(first: 4, after: $after, orderBy: CREATED_AT) {
        nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    seen.push(...data.customers.nodes.map(({ id }: { id: string }) => id));
    after = data.customers.pageInfo.hasNextPage ? data.customers.pageInfo.endCursor : null;
  } while (after);
  expect(seen.length).toBe(13);
  expect(seen).toEqual([...new Set(seen)].sort());
});

test.each(["contacts { totalCount }", "platformUsers { totalCount }", "platformUserCount"])(
  "an operator has no %s",
  async (selection) => {
    const { data, errors } = await api.as("operator")(`{ customers { nodes { ${selection} } } }`);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(/^Cannot query field/);
  },
);

test("an administrator sees the contacts' addresses, support masks of them", async () => {
  const { rows } = await api.database.query(
    `select id, email_address as "emailAddress" from customer_contacts where customer_id = $1 order by name, id`,
    [HARBOUR.id],
  );
  expect(rows.length).toBe(2);
  const own = await api.as("administrator")(
    "{ customer { contacts { totalCount nodes { id emailAddress } } } }",
  );
  expect(own.data.customer.contacts).toEqual({ totalCount: 2, nodes: rows });
  const masked = await api.as("support")(
    "query ($id: ID!) { customer(id: $id) { contacts { nodes { emailAddressMasked customer { id } } } } }",
    { id: HARBOUR.id },
  );
  for (const node of masked.data.customer.contacts.nodes) {
    expect(node).toEqual({
      emailAddressMasked: expect.stringMatching(/^.•••@h•••\.com$/),
      customer: { id: HARBOUR.id },
    });
  }
  const whole = await api.as("support")(
    "{ customers { nodes { contacts { nodes { emailAddress } } } } }",
  );
  expect(whole.data).toBeUndefined();
});

test("a list of customers with their people is one statement a level, however many customers", async () => {
  const { data } = await api.as("support")(
    `{ customers(first: 100) { nodes { id platformUserCount platformUsers(first: 1) { nodes { id } }
      contacts(first: 1) { nodes { id } } } } }`,
  );
  expect(data.customers.nodes.length).toBe(13);
  for (const node of data.customers.nodes) {
    expect(node.platformUserCount).toBe(12);
    expect(node.platformUsers.nodes.length).toBe(1);
    expect(node.contacts.nodes.length).toBe(1);
  }
  const { rows } = await api.database.query(
    `select operation, count(*)::int as n from audit_entries where operation like 'Customer.%' and row_count > 2 group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { operation: "Customer.contacts", n: 1 },
    { operation: "Customer.platformUsers", n: 1 },
  ]);
});

test("the people of a customer are its administrators' business alone, whatever way the row came", async () => {
  const { viewer } = peopleOf(STORY_CUSTOMERS[1]).administrator;
  const { data } = await api.asViewer(viewer)(
    `{ own: customer { id platformUsers(first: 1) { totalCount } }
      other: customer(id: "${HARBOUR.id}") { platformUsers { totalCount } } }`,
  );
  expect(data).toEqual({
    own: { id: BLUEBELL.id, platformUsers: { totalCount: 12 } },
    other: null,
  });
});

test("the beginning of the name and the state narrow the list, to the letter", async () => {
  const find = async (filter: object) => {
    const { data } = await api.as("support")(
      "query ($filter: CustomerFilter) { customers(filter: $filter) { totalCount nodes { name } } }",
      { filter },
    );
    return data.customers.nodes.map(({ name }: { name: string }) => name) as string[];
  };
  expect(await find({ nameStartsWith: "Harbour &" })).toEqual([HARBOUR.name]);
  for (const nameStartsWith of ["harbour", "%", "Harbour_", "\u0000"]) {
    expect(await find({ nameStartsWith })).toEqual([]);
  }
  expect((await find({ state: "ACTIVE" })).length).toBe(13);
  expect(await find({ state: "CLOSED", nameStartsWith: "Harbour" })).toEqual([]);
});

test("a customer's users are filtered like any list of users", async () => {
  const { data } = await api.as("administrator")(
    "{ customer { platformUsers(filter: { role: ACCOUNT_ADMINISTRATOR, state: ACTIVE }) { totalCount nodes { role } } } }",
  );
  const nodes = [{ role: "ACCOUNT_ADMINISTRATOR" }, { role: "ACCOUNT_ADMINISTRATOR" }];
  expect(data.customer.platformUsers).toEqual({ totalCount: 2, nodes });
});
