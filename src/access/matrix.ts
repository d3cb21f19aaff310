// The doors as data: for every object field of the schema and every audience yes, no, or the name of the rule that
// is asked each time. `schema/access.md` is this table.
import type { GraphQLSchema } from "graphql";
import { type Audience, AUDIENCES } from "../viewer/audience";
import type { Access } from "./fragment";
import { objectFieldsOf } from "./places";
import type { Rule } from "./rules";
import { nameOf, settle } from "./settle";

/** Type, field, audience: "yes", "no", or the name of a dynamic rule. */
export type AccessMatrix = Record<string, Record<string, Record<Audience, string>>>;

export function accessMatrix(schema: GraphQLSchema, access: Access): AccessMatrix {
  const matrix: AccessMatrix = {};
  for (const { type, field } of objectFieldsOf(schema))
    (matrix[type.name] ??= {})[field.name] = verdictsOf(access.tree[type.name]?.[field.name]);
  return matrix;
}

/** Nothing is shown without a rule. */
const verdictsOf = (rule: Rule | undefined): Record<Audience, string> =>
  Object.fromEntries(
    AUDIENCES.map((audience) => [audience, rule ? nameOf(settle(rule, audience)) : "no"]),
  ) as Record<Audience, string>;

export function accessMarkdown(schema: GraphQLSchema, access: Access): string {
  const matrix = accessMatrix(schema, access);
  const places = objectFieldsOf(schema);
  const decided = places.filter(({ type, field }) => access.tree[type.name]?.[field.name]);
  const verdicts = Object.values(matrix).flatMap((rows) => Object.values(rows).flatMap(wordsOf));
  const count = (isCounted: (verdict: string) => boolean) => verdicts.filter(isCounted).length;
  const percent = Math.floor((100 * decided.length) / Math.max(1, places.length));
  return [
    "# Who may see which field",
    "",
    `${places.length} object fields × ${AUDIENCES.length} audiences: ${percent} % of the fields have a verdict.`,
    `${count((v) => v === "yes")} × yes, ${count((v) => v === "no")} × no, ${count((v) => v !== "yes" && v !== "no")} × decided row by row.`,
    "",
    "✓ always; an empty cell never: the field isn't in that audience's schema; a name is the rule that is asked for each row.",
    ...Object.entries(matrix)
      .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
      .flatMap(([type, rows]) => ["", `## ${type}`, "", ...tableOf("field", rows)]),
    ...narrower(access),
    "",
  ].join("\n");
}

/** The doors first, then the types by name. */
const place = (type: string) => [...ROOTS, type].indexOf(type);
const ROOTS = ["Query", "Mutation"];

function narrower({ coordinates }: Access): string[] {
  const rows = Object.entries(coordinates).map(([coordinate, rule]) => [
    coordinate,
    verdictsOf(rule),
  ]);
  if (!rows.length) return [];
  const table = Object.fromEntries(rows) as Record<string, Record<Audience, string>>;
  return [
    "",
    "## Arguments, input fields and enum values that are narrower than the rest",
    "",
    ...tableOf("place", table),
  ];
}

const tableOf = (first: string, rows: Record<string, Record<Audience, string>>): string[] => [
  `| ${[first, ...AUDIENCES].join(" | ")} |`,
  `|${"---|".repeat(AUDIENCES.length + 1)}`,
  ...Object.entries(rows).map(
    ([name, verdicts]) => `| ${[`\`${name}\``, ...wordsOf(verdicts).map(cellOf)].join(" | ")} |`,
  ),
];

const wordsOf = (verdicts: Record<Audience, string>) => AUDIENCES.map((each) => verdicts[each]);

const cellOf = (verdict: string) =>
  verdict === "yes" ? "✓" : verdict === "no" ? "" : `\`${verdict}\``;
