// The plans of texts that were slow: each is asked for at most once in ten minutes, one after the other.
import { genericPlan } from "../database/generic-plan";
import type { Role } from "../database/roles";
import { type Plan, planOf } from "./plan-shape";

const ASKED_EVERY_MS = 10 * 60_000;
const KEPT_MAXIMUM = 500;

type Known = { askedAt: number; plan: Promise<Plan | null> };

/** Null where there is no plan to be had: that too for ten minutes. */
export function plansOfTexts(
  explain = genericPlan,
): (role: Role, text: string) => Promise<Plan | null> {
  const known = new Map<string, Known>();
  let last: Promise<unknown> = Promise.resolve();
  return (role, text) => {
    const key = `${role} ${text}`;
    const found = known.get(key);
    if (found && performance.now() - found.askedAt < ASKED_EVERY_MS) return found.plan;
    if (known.size >= KEPT_MAXIMUM) known.clear();
    const plan = last.then(() => explain(role, text)).then(planOf, () => null);
    last = plan;
    known.set(key, { askedAt: performance.now(), plan });
    return plan;
  };
}
