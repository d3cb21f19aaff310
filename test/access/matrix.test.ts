import { fragment, mergeFragments, dynamicRule, only } from "../../src/access/fragment";
import { or } from "graphql-shield";
import { accessMarkdown, accessMatrix } from "../../src/access/matrix";
import { objectFieldsOf } from "../../src/access/places";
import { AUDIENCES } from "../../src/viewer/audience";
import { shop, shopFragment } from "./small-schema";

const schema = shop((sdl) => sdl.replace("total: Int!", "total: Int!  weight: Int"));
const isOwnRow = dynamicRule("isOwnRow", async () => true);
const weight = or(only("SUPPORT"), isOwnRow);
const access = mergeFragments([shopFragment(), fragment({ Order: { weight } })], schema);

test("every object field has a verdict for every audience", () => {
  const matrix = accessMatrix(schema, access);
  const verdicts = objectFieldsOf(schema).flatMap(({ type, field }) =>
    AUDIENCES.map((audience) => matrix[type.name]?.[field.name]?.[audience]),
  );
  expect(verdicts).toHaveLength(24 * 11);
  expect(new Set(verdicts)).toEqual(new Set(["yes", "no", "isOwnRow"]));
  expect(matrix.Person?.email).toMatchObject({ SUPPORT: "yes", MARKETING: "no" });
  expect(matrix.Order?.weight).toMatchObject({ SUPPORT: "yes", PUBLIC: "isOwnRow" });
});

test("the page counts first, then shows each type and what is narrower than a field", () => {
  const lines = accessMarkdown(schema, access).split("\n");
  expect(lines[2]).toBe("24 object fields × 11 audiences: 100 % of the fields have a verdict.");
  expect(lines[3]).toMatch(/^\d+ × yes, \d+ × no, 10 × decided row by row\.$/);
  expect(lines.filter((line) => line.startsWith("## ")).slice(0, 2)).toEqual([
    "## Query",
    "## Order",
  ]);
  expect(lines).toContain("| `email` |  |  |  | ✓ |  |  |  |  |  |  |  |");
  expect(lines).toContain("| `PersonFilter.email` |  |  |  | ✓ |  |  |  |  |  |  |  |");
});
