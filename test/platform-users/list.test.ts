// Which users a list shows to whom, how it is filtered, and that its pages lose and repeat nobody.
import { type Api, type Ask, openApi } from "../setup/api";
import { BLUEBELL, entriesFromNow, HARBOUR, NOBODY } from "./people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const LIST = `query ($first: Int! = 100, $after: String, $filter: PlatformUserFilter, $orderBy: PlatformUserOrder! = NAME) {
  platformUsers(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount nodes { id name role state customer { id } } pageInfo { hasNextPage endCursor }
  } }`;

type User = { id: string; name: string; role: string; state: string; customer: { id: string } };

async function usersOf(ask: Ask, filter: object): Promise<User[]> {
  const { data, errors } = await ask(LIST, { filter });
  expect(errors).toBeUndefined();
  return data.platformUsers.nodes as User[];
}

async function throughAllPages(ask: Ask, first: number, orderBy: string): Promise<User[]> {
  const seen: User[] = [];
  let after: string | null = null;
  do {
    const { data }: Awaited<ReturnType<Ask>> = await ask(LIST, { first, after, orderBy });
    const { nodes, pageInfo } = data.platformUsers;
    expect(nodes.length).toBeLessThanOrEqual(first);
    seen.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return seen;
}

const inDatabase = async (condition: string, values: unknown[] = []) =>
  (
    await api.database.query<{ id: string }>(
      `select id from platform_users where ${condition} order by name, id`,
      values,
    )
  ).rows.map(({ id }) => id);

test("an administrator sees the twelve users of the own customer and nobody else", async () => {
  const users = await usersOf(api.as("administrator"), {});
  expect(users.map(({ id }) => id)).toEqual(await inDatabase("customer_id = $1", [HARBOUR.id]));
  expect(users.length).toBe(12);
  expect(new Set(users.map(({ customer }) => customer.id))).toEqual(new Set([HARBOUR.id]));
});

test.each(["NAME", "CREATED_AT"])(
  "support pages by %s through every user it may help, each once",
  async (orderBy) => {
    const permitted = await inDatabase("purposes & 32 <> 0");
    expect(permitted.length).toBe(156);
    const seen = (await throughAllPages(api.as("support"), 17, orderBy)).map(({ id }) => id);
    expect(new Set(seen).size).toBe(seen.length);
    if (orderBy === "NAME") expect(seen).toEqual(permitted);
    else expect(seen).toEqual([...permitted].sort());
    const { data } = await api.as("support")(LIST, { first: 1, orderBy });
    expect(data.platformUsers.totalCount).toBe(156);
  },
);

test("users of an ended contract are nobody's", async () => {
  const ended = await inDatabase("purposes & 33 = 0");
  expect(ended.length).toBe(24);
  const find = "query ($id: ID!) { platformUser(id: $id) { id } }";
  const { data } = await api.as("support")(find, { id: ended[0] });
  expect(data.platformUser).toBeNull();
});

test("role, state and the beginning of the name narrow the list, together too", async () => {
  const ask = api.as("administrator");
  const administrators = await usersOf(ask, { role: "ACCOUNT_ADMINISTRATOR" });
  expect(administrators.length).toBe(2);
  const deactivated = await usersOf(ask, { state: "DEACTIVATED" });
  expect(deactivated.length).toBe(1);
  expect(await usersOf(ask, { role: "ACCOUNT_ADMINISTRATOR", state: "DEACTIVATED" })).toEqual([]);
  const marta = await usersOf(ask, { nameStartsWith: "Marta L" });
  expect(marta.map(({ id }) => id)).toEqual([HARBOUR.administrator.id]);
  expect(await usersOf(ask, { role: "USER", nameStartsWith: "Marta L" })).toEqual([]);
});

test("the beginning of a name is taken to the letter", async () => {
  const ask = api.as("administrator");
  for (const nameStartsWith of [
    "%",
    "_arta",
    "marta",
    "Marta%",
    "' or true --",
    "\u0000",
    "Marta\u0000",
  ]) {
    expect(await usersOf(ask, { nameStartsWith })).toEqual([]);
  }
  await api.database.query("update platform_users set name = 'Çağ%la 𝒵oe' where id = $1", [
    HARBOUR.user.id,
  ]);
  for (const nameStartsWith of ["Ç", "Çağ%", "Çağ%la 𝒵", "Çağ%la "]) {
    const found = await usersOf(ask, { nameStartsWith });
    expect(found.map(({ id }) => id)).toEqual([HARBOUR.user.id]);
  }
});

test("a user of another customer answers exactly like an id that nobody has", async () => {
  const find = "query ($id: ID!) { platformUser(id: $id) { id name } node(id: $id) { id } }";
  const ask = api.as("administrator");
  const made = await entriesFromNow(api.database);
  const foreign = await ask(find, { id: BLUEBELL.user.id });
  const unknown = await ask(find, { id: NOBODY });
  const impossible = await ask(find, { id: "no uuid" });
  expect(foreign.text).toBe(unknown.text);
  expect(impossible.text).toBe(unknown.text);
  expect(await made()).toEqual([]);
});

test("support finds a person by the address in any spelling, at every customer", async () => {
  const ask = api.as("support");
  for (const emailAddress of ["freelance@agency.example.org", " FREELANCE@Agency.Example.ORG. "]) {
    const found = await usersOf(ask, { emailAddress });
    expect(found.map(({ customer }) => customer.id).sort()).toEqual(
      [HARBOUR.id, BLUEBELL.id].sort(),
    );
  }
  expect(await usersOf(ask, { emailAddress: "no address" })).toEqual([]);
  expect(await usersOf(ask, { emailAddress: "freelance@agency.example.com" })).toEqual([]);
  expect(await usersOf(ask, { emailAddress: "freelance" })).toEqual([]);
});

test("an administrator has no filter by address", async () => {
  const { data, errors } = await api.as("administrator")(
    '{ platformUsers(filter: { emailAddress: "freelance@agency.example.org" }) { totalCount } }',
  );
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});

test("a cursor of another order, another list or another customer is refused", async () => {
  const { data } = await api.as("administrator")(LIST, { first: 2, orderBy: "NAME" });
  const after = data.platformUsers.pageInfo.endCursor as string;
  const codeOf = async (ask: Ask, variables: object) =>
    (await ask(LIST, variables)).errors?.[0]?.extensions.code;
  expect(await codeOf(api.as("administrator"), { after, orderBy: "CREATED_AT" })).toBe(
    "BAD_USER_INPUT",
  );
  expect(await codeOf(api.as("support"), { after, orderBy: "NAME" })).toBe("BAD_USER_INPUT");
  expect(await codeOf(api.as("administrator"), { first: 0 })).toBe("BAD_USER_INPUT");
  expect(await codeOf(api.as("administrator"), { first: 101 })).toBe("BAD_USER_INPUT");
});

test.each(["user", "marketing", "operator", "privacy", "dashboard", "sync", "intake"] as const)(
  "%s has no list of users",
  async (role) => {
    const { data, errors } = await api.as(role)("{ platformUsers { totalCount } }");
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe('Cannot query field "platformUsers" on type "Query".');
  },
);

test("reading users is entered once, with whom and which fields", async () => {
  const made = await entriesFromNow(api.database);
  const { data } = await api.as("support")("{ platformUsers(first: 3) { nodes { id name } } }");
  const [entry, ...others] = await made();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ action: "READ", audience: "SUPPORT", operation: "platformUsers" });
  const ids = data.platformUsers.nodes.map(({ id }: User) => id);
  expect(ids.length).toBe(3);
  expect([...entry!.subject_ids].sort()).toEqual([...ids].sort());
  expect(entry!.row_count).toBe(3);
  expect(entry!.fields).not.toContain("emailAddress");
});
