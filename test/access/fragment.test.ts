import type { GraphQLSchema } from "graphql";
import { not } from "graphql-shield";
import {
  dynamicRule,
  everyone,
  fields,
  type Fragment,
  fragment,
  mergeFragments,
  only,
  payloadFields,
} from "../../src/access/fragment";
import { shop, shopFragment } from "./small-schema";

const isOwnRow = dynamicRule("isOwnRow", async () => true);

function faults(fragments: Fragment[], schema: GraphQLSchema = shop()): string[] {
  try {
    mergeFragments([shopFragment(), ...fragments], schema);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
}

test("a tree that fits the schema has no fault", () => {
  expect(faults([])).toEqual([]);
});

const FAULTS: [string, Fragment, GraphQLSchema, string[]][] = [
  [
    "a type that isn't there",
    fragment({ Persn: { id: everyone } }),
    shop(),
    ["- Persn: the schema has no such type. Correct the name, or take its rules out."],
  ],
  [
    "introspection",
    fragment({ __Type: { name: everyone } }),
    shop(),
    ["- __Type: the schema has no such type. Correct the name, or take its rules out."],
  ],
  [
    "an interface",
    fragment({ Node: { id: everyone } }),
    shop(),
    ["- Node is no object type, so its rules never run. Put them on object types."],
  ],
  [
    "a union",
    fragment({ Found: { id: everyone } }),
    shop(),
    ["- Found is no object type, so its rules never run. Put them on object types."],
  ],
  [
    "a field that isn't there",
    fragment({ Person: { nmae: everyone } }),
    shop(),
    ["- Person.nmae: the type has no such field. Correct the name."],
  ],
  [
    "two verdicts in two fragments",
    fragment({ Person: { name: only("SUPPORT") } }),
    shop(),
    ["- Person.name has two verdicts: keep one of them."],
  ],
  [
    "two verdicts for a coordinate",
    fragment({}, { "Sort.EMAIL": everyone }),
    shop(),
    ["- Sort.EMAIL has two verdicts: keep one of them."],
  ],
  [
    "a field without a verdict",
    fragment({}),
    shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int")),
    ["- Order.weight has no verdict: say in an access.ts who may see it."],
  ],
  [
    "an unknown coordinate",
    fragment({}, { "Query.people(fliter:)": everyone }),
    shop(),
    ["- Query.people(fliter:): the schema has no such argument, input field or enum value."],
  ],
  [
    "a field given by coordinate",
    fragment({}, { "Query.people": everyone }),
    shop(),
    ["- Query.people is a field: its verdict stands with its type, not by coordinate."],
  ],
  [
    "a coordinate decided row by row",
    fragment({}, { "Status.OPEN": isOwnRow }),
    shop(),
    ["- Status.OPEN can't be decided row by row: say with only() who may."],
  ],
  [
    "a hidden required input field",
    fragment({}, { "PersonFilter.name": only("SUPPORT", "MARKETING", "PUBLIC") }),
    shop((sdl) => sdl.replace("{ name: String  email", "{ name: String!  email")),
    [
      "- PersonFilter.name is required, but hidden from PLATFORM_USER, ACCOUNT_ADMINISTRATOR, PRIVACY_OFFICER, " +
        "OPERATOR, CONTACT_SYNC, CONNECTOR, INTAKE, DASHBOARD: make it nullable or give it a default.",
    ],
  ],
  [
    "a required argument hidden from one who sees its field",
    fragment({}, { "Query.people(filter:)": only("SUPPORT") }),
    shop((sdl) => sdl.replace("filter: PersonFilter,", "filter: PersonFilter!,")),
    [
      "- Query.people(filter:) is required, but hidden from MARKETING: make it nullable or give it a default.",
    ],
  ],
  [
    "a default that is hidden",
    fragment({}, { "Sort.NAME": only("SUPPORT", "MARKETING", "PUBLIC", "INTAKE") }),
    shop(),
    [
      "- Query.people(sort:) defaults to Sort.NAME, which is hidden from PLATFORM_USER, ACCOUNT_ADMINISTRATOR, " +
        "PRIVACY_OFFICER, OPERATOR, CONTACT_SYNC, CONNECTOR, DASHBOARD: choose another default.",
    ],
  ],
  [
    "a dynamic rule on a field that isn't nullable",
    fragment({ Order: { weight: isOwnRow } }),
    shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int!")),
    [
      "- Order.weight is decided row by row for PUBLIC, PLATFORM_USER, ACCOUNT_ADMINISTRATOR, SUPPORT, MARKETING, " +
        "PRIVACY_OFFICER, OPERATOR, CONTACT_SYNC, CONNECTOR, INTAKE, DASHBOARD: make it nullable.",
    ],
  ],
  [
    "a rule that can't be settled",
    fragment({ Order: { weight: not(isOwnRow) } }),
    shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int")),
    ["- Order.weight: `not` opens when the rule below it fails: say with only() who may."],
  ],
];

test.each(FAULTS)("the start is refused for %s", (_, given, schema, expected) => {
  expect(faults([given], schema)).toEqual(expected);
});

test("two rules of one name are a fault", () => {
  const other = dynamicRule("isOwnRow", async () => false);
  const schema = shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int  size: Int"));
  expect(faults([fragment({ Order: { weight: isOwnRow, size: other } })], schema)).toEqual([
    "- Two rules are called isOwnRow: rename one of them.",
  ]);
});

test("two groups of one object can't hide a verdict behind each other", () => {
  const twice = { ...fields("weight size", everyone), ...fields("size", only("SUPPORT")) };
  const schema = shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int  size: Int"));
  expect(faults([fragment({ Order: twice })], schema)).toEqual([
    "- Order.size has two verdicts: keep one of them.",
  ]);
});

test("all faults are told at once", () => {
  const given = fragment(
    { Persn: { id: everyone }, Node: { id: everyone }, Person: { name: everyone } },
    { "Status.OPNE": everyone },
  );
  const schema = shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int"));
  expect(faults([given], schema)).toHaveLength(5);
});

test("a payload's fields come with its userErrors", () => {
  const schema = shop(
    (sdl) => `${sdl} type Paid { order: Order  userErrors: [String!]! }
      type Mutation { pay: Paid }`,
  );
  const access = mergeFragments(
    [
      shopFragment(),
      fragment({
        Mutation: { pay: only("SUPPORT") },
        ...payloadFields("Paid", "order", only("SUPPORT")),
      }),
    ],
    schema,
  );
  expect(access.tree.Paid).toEqual({ order: only("SUPPORT"), userErrors: only("SUPPORT") });
});
