// A row of a type, or an enum value, that this audience's schema lacks would be a fault of ours to graphql-js: it is
// not there for this audience, so it reads as null, and in a list it is left out.
import {
  defaultFieldResolver,
  getNamedType,
  type GraphQLAbstractType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { objectFieldsOf } from "../access/places";

const UNSEEN = Symbol("unseen");

/** Wraps the resolvers of those fields alone that can return something the schema lacks. */
export function dropUnseen(schema: GraphQLSchema, fullSchema: GraphQLSchema): void {
  for (const { field } of objectFieldsOf(schema)) {
    if (!canReturnUnseen(field.type, schema, fullSchema)) continue;
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = async (parent, args, context, info) => {
      const value: unknown = await resolve(parent, args, context, info);
      const seen = await seenOf(value, field.type, { context, info, schema, fullSchema });
      return seen === UNSEEN ? null : seen;
    };
  }
}

function canReturnUnseen(
  output: GraphQLOutputType,
  schema: GraphQLSchema,
  fullSchema: GraphQLSchema,
): boolean {
  const type = getNamedType(output);
  const whole = fullSchema.getType(type.name);
  if (isEnumType(type) && isEnumType(whole))
    return type.getValues().length < whole.getValues().length;
  return (
    isAbstractType(type) &&
    isAbstractType(whole) &&
    schema.getPossibleTypes(type).length < fullSchema.getPossibleTypes(whole).length
  );
}

type Where = {
  context: unknown;
  info: GraphQLResolveInfo;
  schema: GraphQLSchema;
  fullSchema: GraphQLSchema;
};

async function seenOf(value: unknown, type: GraphQLOutputType, where: Where): Promise<unknown> {
  if (value === null || value === undefined || value instanceof Error) return value;
  if (isNonNullType(type)) return seenOf(value, type.ofType, where);
  if (isListType(type)) {
    if (typeof value !== "object" || !(Symbol.iterator in value)) return value;
    const items = [...(value as Iterable<unknown>)];
    const seen = await Promise.all(
      items.map(async (item) => seenOf(await item, type.ofType, where)),
    );
    return seen.filter((item) => item !== UNSEEN);
  }
  if (isEnumType(type)) return isHiddenValue(value, type.name, where) ? UNSEEN : value;
  if (!isAbstractType(type)) return value;
  const name = await typeNameOf(value, type, where);
  const { schema, fullSchema } = where;
  return isObjectType(fullSchema.getType(name)) && !schema.getType(name) ? UNSEEN : value;
}

/** A value that no schema has stays what it is to graphql-js: a fault. */
function isHiddenValue(value: unknown, name: string, { schema, fullSchema }: Where): boolean {
  const holds = (type: unknown) =>
    isEnumType(type) && type.getValues().some((each) => each.value === value);
  return holds(fullSchema.getType(name)) && !holds(schema.getType(name));
}

async function typeNameOf(
  value: unknown,
  type: GraphQLAbstractType,
  { context, info }: Where,
): Promise<string> {
  const resolved = type.resolveType
    ? await type.resolveType(value, context, info, type)
    : (value as { __typename?: unknown }).__typename;
  return typeof resolved === "string" ? resolved : "";
}
