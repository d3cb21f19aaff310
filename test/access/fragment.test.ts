import {
  dynamicRule,
  everyone,
  fields,
  fragment,
  mergeFragments,
  only,
  payloadFields,
} from "../../src/access/fragment";
import { faults, FAULTY_TREES, isOwnRow } from "./faulty-trees";
import { shop, shopFragment } from "./small-schema";

test("a tree that fits the schema has no fault", () => {
  expect(faults([])).toEqual([]);
});

test.each(FAULTY_TREES)("the start is refused for %s", (_, given, schema, expected) => {
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
