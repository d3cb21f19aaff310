// Of a record is read what is asked. So what a field shows must not depend on what is asked beside it, and the audit says
// no more than was read.
import { getNamedType, type GraphQLObjectType, isLeafType, isObjectType } from "graphql";
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { mergeFragments } from "../../src/access/fragment";
import { poolOf } from "../../src/database/database";
import { audienceSchema } from "../../src/graphql/audience-schema";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { type Statements, watchStatements } from "../http/statements";
import { type Api, openApi } from "../setup/api";

let statements: Statements;
let api: Api;
beforeAll(async () => {
  statements = watchStatements();
  api = await openApi({ change: (config) => ({ ...config, pointsPerSecond: 10_000_000 }) });
});
afterAll(async () => {
  await api.close();
  statements.stop();
});

const full = buildFullSchema();
const access = mergeFragments(accessFragments, full);
const ROLES = Object.keys(STORY_PEOPLE) as StoryRole[];

/** Another one each time it is asked. */
const EACH_TIME_ANEW = /^(downloadUrl|errorsUrl|lastUsedAt|resetAt|remaining)$/;

/** Ways to the rows that a type leads to, as a path of fields: `customers(first: 3) { nodes`. */
function waysFrom(
  type: GraphQLObjectType,
  depth: number,
): { way: string[]; row: GraphQLObjectType }[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const needsMore = field.args.some((arg) => arg.name === "id" || arg.name === "emailAddress");
    if (!isObjectType(named) || needsMore || field.name === "auditEntries") return [];
    const isList = named.name.endsWith("Connection");
    const row = isList ? getNamedType(named.getFields().nodes!.type) : named;
    if (!isObjectType(row)) return [];
    const way = isList ? [`${field.name}(first: 3)`, "nodes"] : [field.name];
    const below = depth > 1 ? waysFrom(row, depth - 1) : [];
    return [{ way, row }, ...below.map((each) => ({ ...each, way: [...way, ...each.way] }))];
  });
}

const along = (way: readonly string[], fields: readonly string[]) =>
  `{ ${way.map((part) => `${part} { `).join("")} ${fields.join(" ")} ${"}".repeat(way.length)} }`;

/** The rows at the end of the way, in their order. */
function rowsAt(data: unknown, way: readonly string[]): Record<string, unknown>[] {
  const [part, ...more] = way;
  if (data === null || data === undefined) return [];
  if (Array.isArray(data)) return data.flatMap((each) => rowsAt(each, way));
  if (part === undefined) return [data as Record<string, unknown>];
  return rowsAt((data as Record<string, unknown>)[part.replace(/\(.*/, "")], more);
}

test("a field shows the same alone and beside all others", async () => {
  const different: string[] = [];
  let compared = 0;
  for (const role of ROLES) {
    const schema = audienceSchema(full, access, STORY_PEOPLE[role].viewer.audience);
    for (const { way, row } of waysFrom(schema.getQueryType()!, 3)) {
      const names = Object.values(row.getFields())
        .filter(({ type, name }) => isLeafType(getNamedType(type)) && !EACH_TIME_ANEW.test(name))
        .map(({ name }) => name);
      const all = await api.as(role)(along(way, names));
      if (all.errors) continue; // what this person may not see at all
      const together = rowsAt(all.data, way);
      for (const name of names) {
        const { data } = await api.as(role)(along(way, [name]));
        const alone = rowsAt(data, way);
        compared += alone.length;
        const one = JSON.stringify(alone.map((each) => each[name]));
        if (one !== JSON.stringify(together.map((each) => each[name])))
          different.push(`${role} ${way.join(".")}.${name}: ${one}`);
      }
    }
  }
  expect({ different }).toEqual({ different: [] });
  expect(compared).toBeGreaterThan(1_000);
}, 120_000);

const DASHBOARD = `query ($n: Int!) { customers(first: $n) { nodes { name platformUserCount
  platformUsers(first: 2) { nodes { name } pageInfo { hasNextPage } } activities(first: 5) { nodes { kind occurredAt } } } } }`;

test("a dashboard is one round trip of four statements, however many customers it has", async () => {
  let trips = 0;
  poolOf("login_staff").on("acquire", () => (trips += 1));
  for (const n of [1, 3, 12]) {
    statements.sent();
    trips = 0;
    const { data } = await api.as("support")(DASHBOARD, { n });
    expect(data.customers.nodes).toHaveLength(n);
    expect({ n, trips, statements: statements.sent().length }).toEqual({
      n,
      trips: 1,
      statements: 4,
    });
  }
});

test("the audit names the fields that were read, and no others", async () => {
  await api.as("support")("{ platformUsers(first: 2) { nodes { name emailAddressMasked } } }");
  const { rows } = await api.database.query<{ fields: string[]; row_count: number }>(
    "select fields, row_count from audit_entries where operation = 'platformUsers' order by recorded_at desc limit 1",
  );
  expect(rows).toEqual([{ fields: ["id", "customerId", "name", "emailMasked"], row_count: 2 }]);
});

test("a list that is only counted reads nobody", async () => {
  const entries = async () =>
    (await api.database.query("select from audit_entries where operation = 'platformUsers'"))
      .rowCount;
  const before = await entries();
  statements.sent();
  const { data } = await api.as("support")("{ platformUsers(first: 100) { totalCount } }");
  expect(data.platformUsers.totalCount).toBeGreaterThan(100);
  expect(statements.sent()).toHaveLength(1);
  expect(await entries()).toBe(before);
});

test("a customer without what is asked for counts for nothing in the audit", async () => {
  for (const more of ["", "pageInfo { hasNextPage }"]) {
    const { data } = await api.as("support")(
      `{ customers(first: 12) { nodes { platformUsers(first: 3, filter: { nameStartsWith: "Id" }) { nodes { id } ${more} } } } }`,
    );
    const pages: { id: string }[][] = data.customers.nodes.map(
      (each: { platformUsers: { nodes: { id: string }[] } }) => each.platformUsers.nodes,
    );
    const shown = pages.flat().map(({ id }) => id);
    expect(pages.some((page) => page.length === 0)).toBe(true);
    expect(shown.length).toBeGreaterThan(0);
    const { rows } = await api.database.query<{ subject_ids: string[]; row_count: number }>(
      "select subject_ids, row_count from audit_entries where operation = 'Customer.platformUsers' order by recorded_at desc limit 1",
    );
    expect({ ...rows[0], subject_ids: rows[0]?.subject_ids.sort() }).toEqual({
      ...{ subject_ids: shown.sort(), row_count: shown.length },
    });
  }
});

const TWO_PLACES = `query ($more: Boolean!) {
  a: customers(first: 2) { nodes { id ...F } }
  b: customers(first: 2) { nodes { id ...F activities(first: 2) { nodes { kind } } platformUsers(first: 1) { nodes { name } } } }
  c: customers(first: 2) { nodes { id } }
  c: customers(first: 2) @include(if: $more) { nodes { name } }
}
fragment F on Customer { activities(first: 2) { nodes { id } } platformUsers(first: 1) { nodes { id customer { id } } } }`;

test("what is asked in several places, with more in one of them, is whole in each", async () => {
  const ask = api.as("support");
  for (const more of [false, true, false, true]) {
    const { data, errors } = await ask(TWO_PLACES, { more });
    expect(errors).toBeUndefined();
    for (const [place, customer] of data.b.nodes.entries()) {
      const bare = data.a.nodes[place];
      expect(customer.activities.nodes.map(({ id }: { id: string }) => ({ id }))).toEqual(
        bare.activities.nodes,
      );
      for (const { kind } of customer.activities.nodes) expect(kind).toMatch(/^[A-Z_]+$/);
      expect(customer.platformUsers.nodes[0].name).toEqual(expect.any(String));
      expect(bare.platformUsers.nodes[0].customer).toEqual({ id: bare.id });
    }
    for (const { name } of data.c.nodes) expect(typeof name).toBe(more ? "string" : "undefined");
  }
});

test("a count that a filter has narrowed tells of whom it counts, and is entered; one of all tells of nobody", async () => {
  const entries = async () =>
    (
      await api.database.query<{ subject_ids: string[]; fields: string[]; row_count: number }>(
        "select subject_ids, fields, row_count from audit_entries where fields = '{totalCount}' order by id",
      )
    ).rows;
  const count = async (filter: string) =>
    (await api.as("support")(`{ platformUsers${filter} { totalCount } }`)).data.platformUsers
      .totalCount as number;
  const { rows } = await api.database.query<{ id: string }>(
    "select id from platform_users where name = 'Marta Lindqvist'",
  );
  expect(await count("")).toBeGreaterThan(100);
  expect(await entries()).toEqual([]);
  expect(await count('(filter: { nameStartsWith: "Marta Lindq" })')).toBe(1);
  expect(await count('(filter: { nameStartsWith: "Nobody at all" })')).toBe(0);
  const many = await count("(filter: { role: USER })");
  expect(many).toBeGreaterThan(101);
  expect(await entries()).toEqual([
    { subject_ids: [rows[0]!.id], fields: ["totalCount"], row_count: 1 },
    { subject_ids: [], fields: ["totalCount"], row_count: many },
  ]);
});
