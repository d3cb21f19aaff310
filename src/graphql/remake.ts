// A schema made anew from another, by toConfig() alone: each part is kept or left out, and may be described anew. Parts
// are named by schema coordinate: `User`, `User.name`, `Query.users(filter:)`, `UserFilter.deleted`, `Role.ROOT`.
import {
  assertInputType,
  assertInterfaceType,
  assertObjectType,
  assertOutputType,
  GraphQLEnumType,
  type GraphQLInputType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";

export type Remaking = {
  keeps?: (coordinate: string) => boolean;
  describe?: (coordinate: string, description: string) => string;
  /** The types that nothing else names. */
  types?: readonly string[];
};

export function remake(schema: GraphQLSchema, remaking: Remaking): GraphQLSchema {
  const { keeps = () => true, describe = (_, description) => description } = remaking;
  const made = new Map<string, GraphQLNamedType>();

  function named(name: string): GraphQLNamedType {
    const type = made.get(name) ?? make(schema.getType(name)!);
    made.set(name, type);
    return type;
  }

  function again(type: GraphQLType): GraphQLType {
    if (isNonNullType(type)) return new GraphQLNonNull(again(type.ofType) as never);
    if (isListType(type)) return new GraphQLList(again(type.ofType));
    return named(type.name);
  }

  function make(type: GraphQLNamedType): GraphQLNamedType {
    const description = describe(type.name, type.description ?? "") || undefined;
    if (isObjectType(type))
      return new GraphQLObjectType({ ...type.toConfig(), description, ...membersOf(type) });
    if (isInterfaceType(type))
      return new GraphQLInterfaceType({ ...type.toConfig(), description, ...membersOf(type) });
    if (isUnionType(type)) {
      const { types, ...config } = type.toConfig();
      const members = () =>
        kept(types, (each) => each.name).map(({ name }) => assertObjectType(named(name)));
      return new GraphQLUnionType({ ...config, description, types: members });
    }
    if (isInputObjectType(type)) {
      const { fields, ...config } = type.toConfig();
      const inputs = () => parts(fields, `${type.name}.`, inputAgain);
      return new GraphQLInputObjectType({ ...config, description, fields: inputs });
    }
    if (isEnumType(type)) {
      const { values, ...config } = type.toConfig();
      const members = parts(values, `${type.name}.`, (value) => value);
      return new GraphQLEnumType({ ...config, description, values: members });
    }
    return type;
  }

  function membersOf(type: GraphQLObjectType | GraphQLInterfaceType) {
    const { interfaces, fields } = type.toConfig();
    return {
      interfaces: () =>
        kept(interfaces, (each) => each.name).map(({ name }) => assertInterfaceType(named(name))),
      fields: () =>
        parts(fields, `${type.name}.`, (field, place) => ({
          ...field,
          type: assertOutputType(again(field.type)),
          args: parts(field.args ?? {}, `${place}(`, inputAgain, ":)"),
        })),
    };
  }

  const inputAgain = <T extends { type: GraphQLInputType }>(input: T): T => ({
    ...input,
    type: assertInputType(again(input.type)),
  });

  const kept = <T>(all: readonly T[], coordinateOf: (one: T) => string) =>
    all.filter((one) => keeps(coordinateOf(one)));

  /** Fields, arguments, input fields or values: those that are kept, described anew. */
  function parts<T extends { description?: string | null }, U extends T>(
    all: Readonly<Record<string, T>>,
    before: string,
    change: (one: T, coordinate: string) => U,
    after = "",
  ): Record<string, U> {
    const names = kept(Object.keys(all), (name) => `${before}${name}${after}`);
    return Object.fromEntries(
      names.map((name) => {
        const coordinate = `${before}${name}${after}`;
        const one = all[name]!;
        const description = describe(coordinate, one.description ?? "") || undefined;
        return [name, { ...change(one, coordinate), description }];
      }),
    );
  }

  const root = (type: { name: string } | null | undefined) =>
    type && keeps(type.name) ? assertObjectType(named(type.name)) : null;
  return new GraphQLSchema({
    ...schema.toConfig(),
    query: root(schema.getQueryType()),
    mutation: root(schema.getMutationType()),
    subscription: root(schema.getSubscriptionType()),
    types: (remaking.types ?? namesOf(schema)).filter(keeps).map(named),
  });
}

const namesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
    .map((type) => type.name);
