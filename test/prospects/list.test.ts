// Who meets prospects, and which.
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

type Node = Record<string, string>;

async function everyPage(selection: string, variables: object = {}): Promise<Node[]> {
  const seen: Node[] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Awaited<ReturnType<ReturnType<Api["as"]>>> = await api.as("marketing")(
      `query ($after: String, $filter: ProspectFilter, $orderBy: ProspectOrder! = CREATED_AT) {
        prospects(first: 40, after: $after, filter: $filter, orderBy: $orderBy) {
          totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { ...variables, after },
    );
    expect(errors).toBeUndefined();
    seen.push(...data.prospects.nodes);
    after = data.prospects.pageInfo.hasNextPage ? data.prospects.pageInfo.endCursor : null;
    if (!after) expect(data.prospects.totalCount).toBe(seen.length);
  } while (after);
  return seen;
}

const permittedInDatabase = async (condition = "true") =>
  (
    await api.database.query<{ id: string }>(
      `select id from prospects where (purposes & 8) <> 0 and purposes_valid_until > decision_time() and ${condition}`,
    )
  ).rows
    .map(({ id }) => id)
    .sort();

test.each(["NAME", "CREATED_AT"])(
  "marketing pages through each by %s, and no other",
  async (orderBy) => {
    const nodes = await everyPage("id name permittedPurposes", { orderBy });
    expect(nodes.map(({ id }) => id).sort()).toEqual(await permittedInDatabase());
    expect(nodes.length).toBeGreaterThan(200);
    for (const node of nodes) expect(node.permittedPurposes).toContain("MARKETING_AND_SALES");
    const keys = nodes.map(({ id, name }) => (orderBy === "NAME" ? `${name}\0${id}` : id!));
    expect(keys).toEqual([...keys].sort());
  },
);

test("a list can be narrowed by kind, by the beginning of the name and by the address", async () => {
  const partners = await everyPage("id", { filter: { kind: "PARTNER" } });
  expect(partners.map(({ id }) => id).sort()).toEqual(
    await permittedInDatabase("kind = 'PARTNER'"),
  );
  const [one] = await everyPage("id name emailAddress");
  const start = one!.name!.slice(0, 3);
  const named = await everyPage("id name", { filter: { nameStartsWith: start } });
  expect(named.map(({ id }) => id).sort()).toEqual(
    await permittedInDatabase(`starts_with(name, '${start.replaceAll("'", "''")}')`),
  );
  const address = { emailAddress: one!.emailAddress!.toUpperCase() };
  expect(await everyPage("id", { filter: address })).toEqual([{ id: one!.id }]);
  expect(await everyPage("id", { filter: { emailAddress: "" } })).toEqual([]);
  expect(await everyPage("id", { filter: { nameStartsWith: "%" } })).toEqual([]);
});

test("a prospect shows how the person met us, the latest first, page by page", async () => {
  const { rows } = await api.database.query<{ prospect_id: string; n: number }>(
    `select prospect_id, count(*)::int as n from interactions where prospect_id = any($1)
     group by 1 order by n desc limit 1`,
    [await permittedInDatabase()],
  );
  const { prospect_id: id, n } = rows[0]!;
  const ask = (after: string | null) =>
    api.as("marketing")(
      `query ($id: ID!, $after: String) { prospect(id: $id) { interactions(first: 2, after: $after) {
        totalCount nodes { id kind subject occurredAt source } pageInfo { hasNextPage endCursor } } } }`,
      { id, after },
    );
  const seen: { id: string; occurredAt: string }[] = [];
  let after: string | null = null;
  do {
    const page: { nodes: typeof seen; totalCount: number; pageInfo: Node } = (await ask(after)).data
      .prospect.interactions;
    expect(page.totalCount).toBe(n);
    seen.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : null;
  } while (after);
  expect(new Set(seen.map((each) => each.id)).size).toBe(n);
  const times = seen.map(({ occurredAt }) => Date.parse(occurredAt));
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test("who objected or was not told in time is not found, like one that never was", async () => {
  const { rows } = await api.database.query<{ id: string; email_address: string }>(
    "select id, email_address from prospects where (purposes & 8) = 0 or purposes_valid_until <= decision_time() limit 1",
  );
  const ask = (id: string) =>
    api.as("marketing")("query ($id: ID!) { prospect(id: $id) { id } node(id: $id) { id } }", {
      id,
    });
  const hidden = await ask(rows[0]!.id);
  expect(hidden.data).toEqual({ prospect: null, node: null });
  expect(hidden.text).toBe((await ask("01990000-0000-7000-8000-000000000000")).text);
  expect((await ask("no-uuid")).data.prospect).toBeNull();
});

test.each([
  "support",
  "administrator",
  "user",
  "operator",
  "privacy",
  "sync",
  "dashboard",
] as const)("%s has no field for prospects", async (role) => {
  const { errors, data } = await api.as(role)("{ prospects { totalCount } }");
  expect(data).toBeUndefined();
  expect(errors?.[0]?.message).toBe('Cannot query field "prospects" on type "Query".');
});

test("marketing's schema knows no platform user and no customer data", async () => {
  const { data } = await api.as("marketing")("{ __schema { types { name } } }");
  const names = (data.__schema.types as { name: string }[]).map(({ name }) => name);
  expect(names).toContain("Prospect");
  for (const name of ["PlatformUser", "Activity", "Customer"]) expect(names).not.toContain(name);
});
