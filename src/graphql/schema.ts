// type-graphql's schema of the resolvers. Inputs are checked in the verbs, which answer refusals as values.
import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type for resolvers
export const makeSchema = (resolvers: readonly Function[]): GraphQLSchema =>
  buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<() => unknown>,
    validate: false,
  });
