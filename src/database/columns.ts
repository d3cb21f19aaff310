// The values of rows, from the texts that PostgreSQL sends.
import { types } from "pg";

export type Column = { name: string; parse: ((text: string) => unknown) | null };

export const columnOf = ({ name, dataTypeID }: { name: string; dataTypeID: number }): Column => ({
  name,
  parse: parserOf(dataTypeID),
});

export function objectOf(
  columns: readonly Column[],
  fields: readonly (string | null)[],
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < columns.length; place += 1) {
    const { name, parse } = columns[place]!;
    const text = fields[place]!;
    row[name] = text === null || parse === null ? text : parse(text);
  }
  return row;
}

const TIMESTAMPTZ = 1184;
const BIGINT = 20;
const TEXT_ARRAY = 1009;
/** date, text, varchar, uuid: what they are sent as. */
const AS_SENT = [1082, 25, 1043, 2950];
/** From here on types are the schema's own: enums, and arrays of them. */
const FIRST_OWN_TYPE = 16_384;

function parserOf(type: number): Column["parse"] {
  if (AS_SENT.includes(type)) return null;
  if (type === TIMESTAMPTZ) return isoInstant;
  if (type === BIGINT) return Number;
  if (type >= FIRST_OWN_TYPE) return enumOrItsArray;
  return types.getTypeParser(type) as (text: string) => unknown;
}

/** `2026-03-01 09:30:00.123456+00` → `2026-03-01T09:30:00.123456Z`: no microsecond is lost on the way. */
const isoInstant = (text: string) =>
  text.charCodeAt(10) === SPACE && text.endsWith("+00")
    ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z`
    : text.replace(" ", "T").replace(/\+00$/, "Z");
const SPACE = 32;

const textArray = types.getTypeParser(TEXT_ARRAY as never) as (text: string) => string[];
const enumOrItsArray = (text: string) => (text.startsWith("{") ? textArray(text) : text);
