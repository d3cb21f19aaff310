// The whole schema, made once: the audiences' schemas and the printed files are derived from it.
import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { nodeResolvers } from "./node.resolver";
import { resolvers } from "./features";

let schema: GraphQLSchema | undefined;

export function fullSchema(): GraphQLSchema {
  schema ??= buildSchemaSync({
    resolvers: [...resolvers, ...nodeResolvers] as unknown as NonEmptyArray<() => unknown>,
    validate: false,
    emitSchemaFile: false,
  });
  return schema;
}
