// SQL as fragments: text with parameters, put together without writing a value into the text; for
// what takes no parameters, with literals that PostgreSQL's driver escapes.
import { escapeLiteral } from "pg";

export type Fragment = {
  readonly parts: readonly (string | { readonly value: unknown })[];
  /** A large result is left as the texts that came, column by column, and made into what is needed by whoever asked. */
  readonly isTexts?: boolean;
};
export type Statement = { text: string; values: unknown[]; isTexts: boolean };

const isFragment = (candidate: unknown): candidate is Fragment =>
  typeof candidate === "object" && candidate !== null && "parts" in candidate;

/** Text with values as parameters and fragments put in as they are. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Fragment {
  const parts = strings.flatMap((text, index) => {
    if (index === strings.length - 1) return [text];
    const value = values[index];
    return isFragment(value) ? [text, ...value.parts] : [text, { value }];
  });
  return { parts };
}

/** Fixed text of the program: a table, a column, a constant. Never anything that came in from outside. */
export const raw = (text: string): Fragment => ({ parts: [text] });

/** Column names, with the property names of the record as their aliases. */
export const columnList = (columns: readonly string[], prefix = "") =>
  raw(columns.map((name) => `${prefix}${snakeCase(name)} as "${name}"`).join(", "));

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  return {
    parts: fragments.flatMap(({ parts }, index) => (index ? [separator, ...parts] : parts)),
  };
}

export const every = (conditions: readonly Fragment[]) =>
  conditions.length ? join(conditions, " and ") : raw("true");

export const asTexts = (fragment: Fragment): Fragment => ({ ...fragment, isTexts: true });

export function statement({ parts, isTexts = false }: Fragment): Statement {
  const values: unknown[] = [];
  const text = parts.map((p) => (typeof p === "string" ? p : `$${values.push(p.value)}`)).join("");
  return { text, values, isTexts };
}

/** With its values written into the text as literals, for what takes no parameters. */
export const withLiterals = ({ parts }: Fragment): string =>
  parts.map((p) => (typeof p === "string" ? p : literal(p.value))).join("");

function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return escapeLiteral(value);
  if (typeof value === "number" || typeof value === "boolean") return `'${value}'`;
  throw new TypeError("This value has no literal.");
}

export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
