// Verdicts with which the start is refused: each tree has one fault, and what is said of it.
import type { GraphQLSchema } from "graphql";
import { not } from "graphql-shield";
import {
  dynamicRule,
  everyone,
  type Fragment,
  fragment,
  mergeFragments,
  only,
} from "../../src/access/fragment";
import { shop, shopFragment } from "./small-schema";

export const isOwnRow = dynamicRule("isOwnRow", async () => true);

/** What the start says of these verdicts beside those of the shop. */
export function faults(fragments: Fragment[], schema: GraphQLSchema = shop()): string[] {
  try {
    mergeFragments([shopFragment(), ...fragments], schema);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").slice(1);
  }
}

export const FAULTY_TREES: [string, Fragment, GraphQLSchema, string[]][] = [
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
