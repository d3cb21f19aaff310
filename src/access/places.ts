// Where verdicts can stand: the fields of object types, and by schema coordinate (`Query.users(filter:)`,
// `UserFilter.deleted`, `Role.ROOT`) what is narrower than a field.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

export type ObjectField = {
  place: string;
  type: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
};

/** The fields of all object types; introspection's own are left out. */
export const objectFieldsOf = (schema: GraphQLSchema): ObjectField[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        place: `${type.name}.${field.name}`,
        type,
        field,
      })),
    );

/** What takes a value from outside, arguments and input fields, by coordinate. */
export const inputsOf = (
  schema: GraphQLSchema,
): { place: string; input: GraphQLArgument | GraphQLInputField }[] => [
  ...objectFieldsOf(schema).flatMap(({ place, field }) =>
    field.args.map((input) => ({ place: `${place}(${input.name}:)`, input })),
  ),
  ...Object.values(schema.getTypeMap())
    .filter((type) => isInputObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((input) => ({
        place: `${type.name}.${input.name}`,
        input,
      })),
    ),
];

export type Member =
  | { kind: "ARGUMENT"; argument: GraphQLArgument; field: string }
  | { kind: "INPUT_FIELD"; inputField: GraphQLInputField }
  | { kind: "ENUM_VALUE"; type: string; value: unknown }
  | { kind: "FIELD" };

const COORDINATE = /^(\w+)\.(\w+)(?:\((\w+):\))?$/;

/** What stands at a coordinate; null where nothing does. Arguments are those of object types. */
export function memberAt(schema: GraphQLSchema, coordinate: string): Member | null {
  const [, typeName = "", name = "", argumentName] = COORDINATE.exec(coordinate) ?? [];
  const type = schema.getType(typeName);
  if (isObjectType(type)) {
    const field = type.getFields()[name];
    if (!field || argumentName === undefined) return field ? { kind: "FIELD" } : null;
    const argument = field.args.find((each) => each.name === argumentName);
    return argument ? { kind: "ARGUMENT", argument, field: `${typeName}.${name}` } : null;
  }
  if (argumentName !== undefined) return null;
  if (isInputObjectType(type)) {
    const inputField = type.getFields()[name];
    return inputField ? { kind: "INPUT_FIELD", inputField } : null;
  }
  const value = isEnumType(type) ? type.getValue(name) : undefined;
  return value ? { kind: "ENUM_VALUE", type: typeName, value: value.value } : null;
}

/** Every coordinate of a schema. */
export const coordinatesOf = (schema: GraphQLSchema): Set<string> =>
  new Set(Object.values(schema.getTypeMap()).flatMap((type) => [type.name, ...membersOf(type)]));

function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  if (isInputObjectType(type))
    return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [
    `${type.name}.${name}`,
    ...args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
  ]);
}
