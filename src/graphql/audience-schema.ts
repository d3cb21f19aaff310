// One executable schema for each audience: what it never sees is absent, what it always sees carries no wrapper, and
// only what is decided value by value keeps a graphql-shield rule.
import { defaultFieldResolver, type GraphQLSchema, validateSchema } from "graphql";
import type { Access } from "../access/fragment";
import { objectFieldsOf } from "../access/places";
import type { Rule } from "../access/rules";
import { settle } from "../access/settle";
import { guard } from "../access/shield";
import type { Audience } from "../viewer/audience";
import { remake } from "./remake";
import { sightOf } from "./sight";
import { dropUnseen } from "./unseen";

export function audienceSchema(
  fullSchema: GraphQLSchema,
  access: Access,
  audience: Audience,
): GraphQLSchema {
  const { sees, implementors } = sightOf(fullSchema, access, audience);
  const schema = remake(fullSchema, { keeps: sees, types: implementors });
  const faults = validateSchema(schema);
  if (faults.length) {
    const messages = faults.map(({ message }) => `- ${message}`);
    throw new Error([`The schema of ${audience} is not valid:`, ...messages].join("\n"));
  }
  leaveDefaults(schema);
  dropUnseen(schema, fullSchema);
  guard(schema, rulesLeft(schema, access, audience));
  return schema;
}

/** graphql-js and graphql-jit are quickest where a field names no resolver. */
function leaveDefaults(schema: GraphQLSchema): void {
  for (const { field } of objectFieldsOf(schema))
    if (field.resolve === defaultFieldResolver) field.resolve = undefined;
}

function rulesLeft(schema: GraphQLSchema, access: Access, audience: Audience): Access["tree"] {
  const left: Record<string, Record<string, Rule>> = {};
  for (const { type, field } of objectFieldsOf(schema)) {
    const rule = access.tree[type.name]?.[field.name];
    const verdict = rule !== undefined && settle(rule, audience);
    if (typeof verdict !== "boolean") (left[type.name] ??= {})[field.name] = verdict;
  }
  return left;
}
