import { allow, and, chain, deny, not, or, race } from "graphql-shield";
import { dynamicRule, everyone, only } from "../../src/access/fragment";
import type { Rule } from "../../src/access/rules";
import { nameOf, settle } from "../../src/access/settle";
import { AUDIENCES } from "../../src/viewer/audience";

const isOwnRow = dynamicRule("isOwnRow", async () => true);
const isOpen = dynamicRule("isOpen", async () => true);
const yes = only("SUPPORT");
const no = only("MARKETING");

const TRUTH: [string, Rule, boolean | string][] = [
  ["a set with the audience", yes, true],
  ["a set without it", no, false],
  ["everyone", everyone, true],
  ["deny", deny, false],
  ["a dynamic rule", isOwnRow, "isOwnRow"],
  ["and(yes, yes)", and(yes, allow), true],
  ["and(yes, no)", and(yes, no), false],
  ["and(dynamic, no)", and(isOwnRow, no), false],
  ["and(dynamic, yes)", and(isOwnRow, yes), "isOwnRow"],
  ["and(dynamic, dynamic)", and(isOwnRow, yes, isOpen), "isOwnRow and isOpen"],
  ["and()", and(), true],
  ["chain(yes, dynamic)", chain(yes, isOwnRow), "isOwnRow"],
  ["chain(no, dynamic)", chain(no, isOwnRow), false],
  ["or(no, no)", or(no, deny), false],
  ["or(no, yes)", or(no, yes), true],
  ["or(dynamic, yes)", or(isOwnRow, yes), true],
  ["or(dynamic, no)", or(isOwnRow, no), "isOwnRow"],
  ["or(dynamic, dynamic)", or(isOwnRow, no, isOpen), "isOwnRow or isOpen"],
  ["or()", or(), false],
  ["race(dynamic, yes)", race(isOwnRow, yes), true],
  ["race(no, dynamic)", race(no, isOwnRow), "isOwnRow"],
  ["or(and(no, dynamic), dynamic)", or(and(no, isOwnRow), isOpen), "isOpen"],
  [
    "or(and(dynamic, dynamic), dynamic)",
    or(and(isOwnRow, isOpen), isOpen),
    "(isOwnRow and isOpen) or isOpen",
  ],
];

test.each(TRUTH)("%s is settled for SUPPORT", (_, rule, expected) => {
  const verdict = settle(rule, "SUPPORT");
  expect(typeof verdict === "boolean" ? verdict : nameOf(verdict)).toBe(expected);
});

test("one set of audiences is one rule, in whatever order it is named", () => {
  expect(only("MARKETING", "SUPPORT")).toBe(only("SUPPORT", "MARKETING"));
  expect(only("SUPPORT")).not.toBe(only("MARKETING"));
});

test("a set is true for its own audiences and for no other", () => {
  const seeing = AUDIENCES.filter(
    (audience) => settle(only("INTAKE", "PUBLIC"), audience) === true,
  );
  expect(seeing).toEqual(["PUBLIC", "INTAKE"]);
});

test("not is refused, also below other rules", () => {
  expect(() => settle(not(yes), "SUPPORT")).toThrow("`not` opens when the rule below it fails");
  expect(() => settle(or(yes, not(isOwnRow)), "SUPPORT")).toThrow("`not` opens");
});
