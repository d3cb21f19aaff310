// Operations that come again are compiled to JavaScript once (graphql-jit): the second time, so that what is asked once
// costs no compiling, and only so many, the one that was longest unused going first.
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { complexityOf } from "../limits/complexity";

/** Compiling takes about a tenth of a millisecond for each field, in which nobody else is answered. */
const FIELDS_MAXIMUM = 300;
const KEPT_MAXIMUM = 500;
const COMPILED_FROM = 2;

type Operation = {
  /** Tells documents apart. */
  hash: string;
  document: DocumentNode;
  operation: OperationDefinitionNode;
};
type Kept = { uses: number; query: CompiledQuery["query"] | null };

export type CompiledOperations = {
  /** The compiled query; null for one that is new, too large, no query, or can't be compiled. */
  find(operation: Operation): CompiledQuery["query"] | null;
  readonly size: number;
};

export function compiledOperations(schema: GraphQLSchema, kept = KEPT_MAXIMUM): CompiledOperations {
  const operations = new Map<string, Kept>();

  function find({ hash, document, operation }: Operation): Kept["query"] {
    if (operation.operation !== OperationTypeNode.QUERY) return null;
    const key = `${hash}\0${operation.name?.value ?? ""}`;
    const known = operations.get(key) ?? { uses: 0, query: null };
    operations.delete(key); // so that the order of the map is the order of use
    operations.set(key, known);
    known.uses += 1;
    if (known.uses === COMPILED_FROM) known.query = compiled(schema, document, operation);
    if (operations.size > kept) operations.delete(operations.keys().next().value!);
    return known.query;
  }

  return {
    find,
    get size() {
      return operations.size;
    },
  };
}

function compiled(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Kept["query"] {
  if (complexityOf(document).selections > FIELDS_MAXIMUM) return null;
  const query = compileQuery(schema, document, operation.name?.value ?? "", {
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(query) ? query.query : null;
}
