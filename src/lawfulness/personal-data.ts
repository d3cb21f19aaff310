// The mark of every column: which category of personal data it holds, or that it holds none. Export, erasure and
// the register are read from these marks, so the start is refused while a column of the database lacks one.
import type { Pool } from "pg";
import { OWN_SCHEMAS } from "../database/schemas";

export const CATEGORIES = [
  "CONTACT",
  "ACCOUNT",
  "ACTIVITY",
  "INTERACTION",
  "EVIDENCE",
  "PSEUDONYM",
  "NONE",
] as const;
export type Category = (typeof CATEGORIES)[number];

const marks = new Map<string, Map<string, Category>>();

/** Marks a table's columns, by category: `holds("subscribers", { CONTACT: "name email_address", NONE: "id" })`. */
export function holds(table: string, columns: Partial<Record<Category, string>>): void {
  const marked = new Map<string, Category>();
  for (const [category, names] of Object.entries(columns)) {
    for (const name of names.split(" ")) marked.set(name, category as Category);
  }
  marks.set(table, marked);
}

export const categoryOf = (table: string, column: string) => marks.get(table)?.get(column);

/** The columns of a table that hold personal data. */
export const personalColumnsOf = (table: string): string[] =>
  [...(marks.get(table) ?? [])].flatMap(([column, category]) =>
    isPersonal(category) ? [column] : [],
  );

const PEOPLE: readonly Category[] = ["CONTACT", "ACCOUNT", "ACTIVITY", "INTERACTION", "EVIDENCE"];
export const isPersonal = (category: Category | undefined) =>
  !!category && PEOPLE.includes(category);

/** What no mark is needed for: the migrations' own table. */
const NOT_OURS = "migrations";

/** Compares the marks with the catalogue, in both directions. */
export async function checkMarks(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ table: string; column: string }>(
    `select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($2) and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and c.relname <> $1 order by 1, a.attnum`,
    [NOT_OURS, OWN_SCHEMAS],
  );
  const inDatabase = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  const unmarked = [...inDatabase].filter((name) => {
    const end = name.lastIndexOf(".");
    return !categoryOf(name.slice(0, end), name.slice(end + 1));
  });
  const unknown = [...marks].flatMap(([table, columns]) =>
    [...columns.keys()]
      .map((column) => `${table}.${column}`)
      .filter((name) => !inDatabase.has(name)),
  );
  return [
    ...unmarked.map(
      (name) => `The column ${name} has no personal-data category: mark it with holds().`,
    ),
    ...unknown.map(
      (name) => `A personal-data category is given for ${name}, which the database does not have.`,
    ),
  ];
}
