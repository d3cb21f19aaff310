// What operations are priced at: by their lists, their variables and their fragments.
import { getOperationAST, parse } from "graphql";
import { variablesOf } from "../../src/limits/arguments";
import { costOf } from "../../src/limits/cost";
import { checkListSizes } from "../../src/limits/declared-cost";
import { buildFullSchema } from "../../src/graphql/features";
import { remake } from "../../src/graphql/remake";

const schema = buildFullSchema();
const cost = (source: string, given = {}) => {
  const document = parse(source);
  const operation = getOperationAST(document)!;
  return costOf(schema, document, operation, variablesOf(schema, operation, given));
};

test.each<[string, number]>([
  ["{ __typename }", 0],
  ["{ viewer { id audience purposes } }", 1],
  ["{ platformUsers { totalCount } }", 1 + 20],
  ["{ platformUsers { nodes { name } } }", 1 + 25],
  ["{ platformUsers(first: 10) { nodes { name } pageInfo { endCursor } } }", 1 + 10 + 1],
  ["{ platformUsers(first: 10) { edges { cursor node { name } } } }", 1 + 10 * 2],
  ["{ platformUsers(first: 10) { nodes { customer { name } } } }", 1 + 10 * 2],
  [
    "{ platformUsers(first: 10) { nodes { activities(first: 5) { nodes { id } } } } }",
    1 + 10 * (1 + 1 + 5),
  ],
  ["{ contactChanges(first: 1000) { nodes { contact { name } } pageInfo { endCursor } } }", 2_002],
  ["{ jobs { id } }", 100],
  ["{ __schema { types { name } } }", 100],
  ['mutation { platformUserDeactivate(input: { id: "1" }) { platformUser { id } } }', 10 + 1],
])("%s is %d points", (source, points) => expect(cost(source)).toBe(points));

test("a page by a variable, its default and a fragment cost what they ask", () => {
  const query = `query ($first: Int! = 7) { platformUsers(first: $first) { ...Page } }
    fragment Page on PlatformUserConnection { nodes { ...User } }
    fragment User on PlatformUser { customer { id } }`;
  expect(cost(query)).toBe(1 + 7 * 2);
  expect(cost(query, { first: 90 })).toBe(1 + 90 * 2);
});

test("what is skipped by a variable costs nothing", () => {
  const query = "query ($all: Boolean!) { platformUsers { nodes @include(if: $all) { id } } }";
  expect(cost(query, { all: true })).toBe(26);
  expect(cost(query, { all: false })).toBe(1);
});

test("a fragment is priced once, however often it is spread", () => {
  const chain = Array.from(
    { length: 30 },
    (_, n) => `fragment F${n} on PlatformUser { customer { name } ...F${n + 1} ...F${n + 1} }`,
  );
  const query = `{ me { ...F0 } } ${chain.join(" ")} fragment F30 on PlatformUser { id }`;
  expect(cost(query)).toBe(1 + 2 ** 30 - 1);
});

test("a list that doesn't say how long it is stops the start, and is named", () => {
  expect(() => checkListSizes(schema)).not.toThrow();
  const careless = remake(schema, {});
  careless.getQueryType()!.getFields().jobs!.extensions = {};
  expect(() => checkListSizes(careless)).toThrow("- Query.jobs is a list: say with @ListSize");
});

test("a page whose field doesn't take «first» stops the start, and is named", () => {
  const careless = remake(schema, {});
  careless.getQueryType()!.getFields().customers!.args = [];
  expect(() => checkListSizes(careless)).toThrow("- Query.customers returns a page");
});
