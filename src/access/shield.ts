// graphql-shield at run time: on the fields whose verdict is still open for an audience, and on no other.
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
} from "graphql";
import { deny, shield } from "graphql-shield";
import { operationError } from "../errors/operation-error";
import type { Access } from "./fragment";

/** The shield over a rule tree. What has no rule is denied, and a denial says nothing but that it is one. */
export const shieldOver = (tree: Access["tree"]) =>
  shield(tree, {
    fallbackRule: deny,
    fallbackError: () => operationError("FORBIDDEN"),
    allowExternalErrors: true,
  });

/** What shield generates: a function around the resolver, bare for a rule, in an object for a combination. */
type Wrapper = (
  resolve: GraphQLFieldResolver<unknown, unknown>,
  ...parameters: Parameters<GraphQLFieldResolver<unknown, unknown>>
) => unknown;
type Wrappers = Record<string, Record<string, Wrapper | { resolve: Wrapper }>>;

const guarding = new WeakSet<GraphQLFieldResolver<unknown, unknown>>();

/** Whether a rule is asked for each value of the field. */
export const isDecidedByRow = ({ resolve }: GraphQLField<unknown, unknown>): boolean =>
  resolve !== undefined && guarding.has(resolve);

/** Puts the open rules of `left` in front of the resolvers of their fields. */
export function guard(schema: GraphQLSchema, left: Access["tree"]): void {
  if (Object.keys(left).length === 0) return;
  const wrappers = shieldOver(left).generate(schema) as Wrappers;
  for (const [typeName, rules] of Object.entries(left)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`A rule is left on ${typeName}, which is no type.`);
    for (const name of Object.keys(rules)) {
      const field = type.getFields()[name];
      const wrapped = wrappers[typeName]?.[name];
      const wrapper = typeof wrapped === "object" ? wrapped.resolve : wrapped;
      if (!field || !wrapper) throw new Error(`The rule of ${typeName}.${name} finds no field.`);
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent, args, context, info) =>
        wrapper(resolve, parent, args, context, info);
      guarding.add(field.resolve);
    }
  }
}
