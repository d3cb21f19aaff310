// The rows whose text begins with these letters, and no pattern: by plain comparisons, the only ones that reach an
// index under row security. Right where texts are sorted by code point, as in every database that we make.
import { type Fragment, raw, sql } from "./sql";

const LAST_CODE_POINT = "\u{10ffff}";

export function startsWith(column: string, beginning: string): Fragment {
  if (beginning.includes("\0")) return raw("false"); // no text of PostgreSQL holds it
  return sql`${raw(column)} >= ${beginning}::text and ${raw(column)} < ${beginning + LAST_CODE_POINT}::text`;
}
