// Instants and days pass as ISO text, so that no microsecond is lost on the way from the database.
import { GraphQLScalarType, Kind } from "graphql";

const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;
const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;

/** Of the years 1 to 9999, whatever the offset makes of it. */
const isReal = (text: string) =>
  Date.parse(text) >= Date.parse("0001-01-01T00:00:00Z") &&
  Date.parse(text) <= Date.parse("9999-12-31T23:59:59.999Z");
const isRealDay = (text: string) =>
  isReal(`${text}T00:00:00Z`) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

export const DateTime = textScalar(
  "DateTime",
  "An instant, ISO 8601 with its offset: `2026-03-01T09:30:00Z`.",
  (t) => INSTANT.test(t) && isReal(t) && isRealDay(t.slice(0, 10)),
);
export const CalendarDay = textScalar(
  "Date",
  "A calendar day, ISO 8601: `2026-03-01`.",
  (t) => DAY.test(t) && isRealDay(t),
);

function textScalar(name: string, description: string, isValid: (text: string) => boolean) {
  const parse = (value: unknown) => {
    if (typeof value === "string" && isValid(value)) return value;
    throw new TypeError(`${name} takes ${description[0]!.toLowerCase()}${description.slice(1)}`);
  };
  return new GraphQLScalarType<string, unknown>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}
