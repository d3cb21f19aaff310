// Which properties of a record an audience reads: those behind the fields that its schema shows, and the keys.
// The lists are fixed at start, so that each statement has one text and names granted columns only.
import { isObjectType, type GraphQLSchema } from "graphql";
import type { Audience } from "../viewer/audience";
import { allShapes, propertiesOfField, shapeOf } from "./record";

const visible = new Map<string, readonly string[]>();
const extended = new Map<string, readonly string[]>();
const types = new Map<Audience, Set<string>>();

export function settleVisibleProperties(audience: Audience, schema: GraphQLSchema): void {
  types.set(audience, new Set(Object.keys(schema.getTypeMap())));
  extended.clear();
  for (const { type, key } of allShapes()) {
    const object = schema.getType(type);
    const fields = isObjectType(object) ? Object.keys(object.getFields()) : [];
    const properties = fields.flatMap((field) => propertiesOfField(type, field));
    visible.set(`${audience} ${type}`, [...new Set([...key, ...properties])]);
  }
}

export const visibleProperties = (audience: Audience, type: string): readonly string[] =>
  visible.get(`${audience} ${type}`) ?? shapeOf(type)?.key ?? [];

/** The same with others that the program needs; the same list each time. */
export function visibleWith(
  audience: Audience,
  type: string,
  others: readonly string[],
): readonly string[] {
  if (others.length === 0) return visibleProperties(audience, type);
  const key = `${audience} ${type} ${others.join(" ")}`;
  const properties = extended.get(key) ?? [
    ...new Set([...visibleProperties(audience, type), ...others]),
  ];
  extended.set(key, properties);
  return properties;
}

/** Of these fields alone, with the keys; the same list each time. */
export function askedProperties(
  type: string,
  fields: readonly string[],
  others: readonly string[],
): readonly string[] {
  const key = `${type} ${fields.join(" ")} + ${others.join(" ")}`;
  const before = asked.get(key);
  if (before) return before;
  const properties = fields.flatMap((field) => propertiesOfField(type, field));
  const all = [...new Set([...(shapeOf(type)?.key ?? []), ...properties, ...others])];
  if (asked.size === ASKED_MAXIMUM) asked.clear();
  asked.set(key, all);
  return all;
}
const asked = new Map<string, readonly string[]>();
const ASKED_MAXIMUM = 5_000;

/** The types that an audience's schema has. */
export const visibleTypes = (audience: Audience): ReadonlySet<string> =>
  types.get(audience) ?? new Set();
