// The audiences' schemas as they are, and with some verdicts replaced by «allow».
import type { GraphQLSchema } from "graphql";
import { type Access, everyone, mergeFragments } from "../../../src/access/fragment";
import { audienceSchema } from "../../../src/graphql/audience-schema";
import { accessFragments, buildFullSchema } from "../../../src/graphql/features";
import { type Audience, AUDIENCES } from "../../../src/viewer/audience";

export const fullSchema = buildFullSchema();
export const access = mergeFragments(accessFragments, fullSchema);

const schemas = new Map(
  AUDIENCES.map((audience) => [audience, audienceSchema(fullSchema, access, audience)]),
);
export const schemaOf = (audience: Audience): GraphQLSchema => schemas.get(audience)!;

/** The audience's schema where these fields (`Type.field`) are allowed as well. */
export function schemaAllowing(audience: Audience, allowed: ReadonlySet<string>): GraphQLSchema {
  const tree = Object.fromEntries(
    Object.entries(access.tree).map(([type, rules]) => [
      type,
      Object.fromEntries(
        Object.entries(rules).map(([field, rule]) => [
          field,
          allowed.has(`${type}.${field}`) ? everyone : rule,
        ]),
      ),
    ]),
  ) satisfies Access["tree"];
  return audienceSchema(fullSchema, { ...access, tree }, audience);
}
