// What of a plan may be told: the kinds of its steps, and the tables and indexes that they read. Every expression is left out,
// for a literal can stand in one.
import { createHash } from "node:crypto";

export type Plan = { hash: string; shape: string };

/** In which a step's own words stand: of PostgreSQL, or names of the schema. */
const TOLD = [
  "Operation",
  "Strategy",
  "Join Type",
  "Relation Name",
  "Index Name",
  "Function Name",
  "CTE Name",
] as const;
type Step = Partial<Record<(typeof TOLD)[number] | "Node Type" | "Subplan Name", string>> & {
  Plans?: Step[];
};

const SHAPE_LENGTH = 2_000;
const HASH_LENGTH = 12;

/** Null for what is no plan. */
export function planOf(explained: unknown): Plan | null {
  if (!Array.isArray(explained)) return null;
  const steps = (explained as { Plan?: Step }[]).flatMap(({ Plan: step }) => (step ? [step] : []));
  if (steps.length === 0) return null;
  const shape = steps.map(shapeOf).join("; ");
  return { hash: hashOf(shape), shape: shape.slice(0, SHAPE_LENGTH) };
}

function shapeOf(step: Step): string {
  const words = TOLD.flatMap((name) => (step[name] === undefined ? [] : [step[name]]));
  const own = [step["Node Type"], ...words].join(" ");
  const part = step["Subplan Name"]?.replace(/ \(.*/, "");
  const below = (step.Plans ?? []).map(shapeOf).join(", ");
  return `${part === undefined ? "" : `${part}: `}${own}${below === "" ? "" : ` (${below})`}`;
}

/** Short, and the same for the same text on every process. */
export const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
