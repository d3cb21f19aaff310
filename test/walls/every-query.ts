// Every query of a schema, asked as widely as it can be: all fields, relations to a depth, the largest pages, and for
// arguments the ids and addresses given.
import {
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** Relations followed below the root: list → row → list → row. */
const DEPTH = 3;

export type Arguments = { ids: readonly string[]; addresses: readonly string[] };
/** Rows of a list at the root, and of one below. */
export type PageSizes = { first: number; below: number };
const LARGE: PageSizes = { first: 100, below: 20 };

export function everyQuery(
  schema: GraphQLSchema,
  { ids, addresses }: Arguments,
  sizes = LARGE,
): string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return roots.flatMap((field) => {
    const needed = field.args.map((arg) => arg.name);
    const variants = needed.includes("id")
      ? ids.map((id) => `id: "${id}"`)
      : needed.includes("emailAddress")
        ? addresses.map((address) => `emailAddress: "${address}"`)
        : [""];
    return variants.map((variant, n) => {
      const given = [variant, ...requiredBeside(field, n)].filter(Boolean).join(", ");
      return `{ ${call(schema, field, DEPTH, { given, sizes })} }`;
    });
  });
}

/** The list that planted views are of. */
export const PLANTED_LIST = "prospects";

/** Of an enum one value after the other; of an input nothing, where nothing of it is required. */
const requiredBeside = (field: GraphQLField<unknown, unknown>, n: number): string[] =>
  field.args.filter(isRequiredArgument).flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (isInputObjectType(named)) return [`${name}: {}`];
    if (name === "list") return [`list: "${PLANTED_LIST}"`];
    if (!isEnumType(named)) return [];
    const values = named.getValues();
    return [`${name}: ${values[n % values.length]!.name}`];
  });

function call(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  { given = "", sizes = LARGE }: { given?: string; sizes?: PageSizes } = {},
): string {
  const count = depth === DEPTH ? sizes.first : sizes.below;
  const size = field.args.some((arg) => arg.name === "first")
    ? `first: ${field.name === "contactChanges" ? 1000 : count}`
    : "";
  const args = [given, size].filter(Boolean).join(", ");
  return `${field.name}${args && `(${args})`}${selection(schema, field.type, depth, { sizes })}`;
}

/** Every field below, to a depth of relations; `of` keeps apart fields of one name in the types of an interface. */
export function selection(
  schema: GraphQLSchema,
  output: GraphQLOutputType,
  depth: number,
  { of = "", sizes = LARGE }: { of?: string; sizes?: PageSizes } = {},
): string {
  const type = getNamedType(output);
  if (!isCompositeType(type)) return "";
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map(
        (each) =>
          `... on ${each.name}${selection(schema, each, depth - 1, { of: each.name, sizes })}`,
      );
    return ` { __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const isPage = type.name.endsWith("Connection") || type.name.endsWith("Page");
  const fields = Object.values(type.getFields()).filter((field) => {
    if (isPage) return ["nodes", "totalCount"].includes(field.name);
    const isPlain = !isCompositeType(getNamedType(field.type));
    const canCall = field.args.every(
      (arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined,
    );
    return canCall && (isPlain || depth > 0 || getNamedType(field.type).name === "Contact");
  });
  const below = isPage ? depth : depth - 1;
  const named = (name: string) => (of && name !== "id" ? `${of}_${name}: ` : "");
  return ` { __typename ${fields.map((field) => named(field.name) + call(schema, field, below, { sizes })).join(" ")} }`;
}
