// The audiences' schemas as they are, and with some verdicts replaced by «allow».
import type { GraphQLSchema } from "graphql";
import { everyone, mergeFragments } from "../../../src/access/fragment";
import type { Rule } from "../../../src/access/rules";
import { audienceSchema } from "../../../src/graphql/audience-schema";
import { accessFragments, buildFullSchema } from "../../../src/graphql/features";
import { type Audience, AUDIENCES } from "../../../src/viewer/audience";

export const fullSchema = buildFullSchema();
export const access = mergeFragments(accessFragments, fullSchema);

const schemas = new Map(
  AUDIENCES.map((audience) => [audience, audienceSchema(fullSchema, access, audience)]),
);
export const schemaOf = (audience: Audience): GraphQLSchema => schemas.get(audience)!;

/** The audience's schema where these fields and values (`Type.field`) are allowed as well. */
export function schemaAllowing(audience: Audience, allowed: ReadonlySet<string>): GraphQLSchema {
  const rule = (place: string, otherwise: Rule) => (allowed.has(place) ? everyone : otherwise);
  const tree = mapped(access.tree, (type, rules) =>
    mapped(rules, (field, otherwise) => rule(`${type}.${field}`, otherwise)),
  );
  const coordinates = mapped(access.coordinates, rule);
  return audienceSchema(fullSchema, { tree, coordinates }, audience);
}

const mapped = <T>(record: Readonly<Record<string, T>>, change: (key: string, value: T) => T) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(key, value)]));
