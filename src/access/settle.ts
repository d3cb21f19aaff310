// Partial evaluation: what a rule comes to once the audience is known. Constants fold away, so that a field carries a
// rule at run time only where the answer depends on more than the audience.
import { and, chain, or, race } from "graphql-shield";
import type { Audience } from "../viewer/audience";
import { audiencesOf, type Rule } from "./rules";

export type Verdict = boolean | Rule;

type LogicRule = Extract<Rule, { getRules(): unknown }>;
export const isLogic = (rule: Rule): rule is LogicRule => "getRules" in rule;

/**
 * true, false, or the rule that is left. A rule of a kind that can't be folded safely throws: `not` opens when
 * the rule below it fails.
 */
export function settle(rule: Rule, audience: Audience): Verdict {
  if (!isLogic(rule)) return audiencesOf(rule)?.has(audience) ?? rule;
  const verdicts = () => rule.getRules().map((each) => settle(each, audience));
  switch (rule.constructor.name) {
    case "RuleTrue":
      return true;
    case "RuleFalse":
      return false;
    case "RuleAnd":
      return fold(verdicts(), false, and);
    case "RuleChain":
      return fold(verdicts(), false, chain);
    case "RuleOr":
      return fold(verdicts(), true, or);
    case "RuleRace":
      return fold(verdicts(), true, race);
    case "RuleNot":
      throw new Error("`not` opens when the rule below it fails: say with only() who may.");
    default:
      throw new Error(`${rule.constructor.name} can't be settled: use and, chain, or, race, only.`);
  }
}

/** `decisive` ends it (false in an and, true in an or); the other constant says nothing. */
function fold(
  verdicts: Verdict[],
  decisive: boolean,
  combine: (...rules: Rule[]) => Rule,
): Verdict {
  if (verdicts.includes(decisive)) return decisive;
  const left = verdicts.filter((verdict) => typeof verdict !== "boolean");
  const [first, ...others] = left;
  if (!first) return !decisive;
  return others.length ? combine(...left) : first;
}

/** A verdict in words, for the matrix and the descriptions. */
export function nameOf(verdict: Verdict): string {
  if (verdict === true) return "yes";
  if (verdict === false) return "no";
  if (!isLogic(verdict)) return verdict.name;
  const word = ["RuleAnd", "RuleChain"].includes(verdict.constructor.name) ? " and " : " or ";
  return verdict
    .getRules()
    .map((rule) => (isLogic(rule) ? `(${nameOf(rule)})` : nameOf(rule)))
    .join(word);
}
