// Where verdicts can stand: the fields of object types, and by schema coordinate (`Query.users(filter:)`,
// `UserFilter.deleted`, `Role.ROOT`) what is narrower than a field.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
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

export type Member =
  | { kind: "ARGUMENT"; argument: GraphQLArgument; field: string }
  | { kind: "INPUT_FIELD"; inputField: GraphQLInputField }
  | { kind: "ENUM_VALUE" }
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
  return isEnumType(type) && type.getValue(name) ? { kind: "ENUM_VALUE" } : null;
}
