// The quick lane: a query that came before, and passed every gate then, is compiled to JavaScript (graphql-jit) and answered
// without the executor. What depends on the request is asked each time: who, how much, which rows, why. Whatever has an
// error goes to the slow lane, whose word on errors counts; what was read for it is not read again.
import { channel } from "node:diagnostics_channel";
import type { ApolloServerPlugin } from "@apollo/server";
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { OperationBody } from "../http/body";
import { variablesOf } from "../limits/arguments";
import { complexityOf } from "../limits/complexity";
import { type PriceOf, priceOf } from "../limits/price";
import { beginExecution } from "../viewer/course";
import type { RequestContext } from "./context";

/** Compiling takes about a tenth of a millisecond for each field, in which nobody else is answered. */
const FIELDS_MAXIMUM = 300;
const LENGTH_MAXIMUM = 8_192;
const COMPILED_FROM = 2;
/** Of each audience, so many operations and fields of compiled ones; what was longest unused goes first. */
const KEPT_MAXIMUM = 500;
const COMPILED_FIELDS_MAXIMUM = 10_000;

type Compiled = {
  fields: number;
  operation: OperationDefinitionNode;
  query: CompiledQuery["query"];
  priceOf: PriceOf;
};
type Kept = { uses: number; compiled: Compiled | null };

/** Told of each query that ran compiled, to whoever listens. */
export const COMPILED_ANSWERS = "back-office:compiled-answers";
const compiledAnswers = channel(COMPILED_ANSWERS);

export type QuickLane = {
  /** The data of a query that was compiled; null where the slow lane has to answer. Throws a refusal. */
  answer(context: RequestContext, body: OperationBody): Promise<ExecutionResult["data"]>;
  /** Learns from the slow lane, which calls it for what it is about to execute. */
  learn: ApolloServerPlugin<RequestContext>;
  readonly size: number;
};

export function quickLane(schema: GraphQLSchema, kept = KEPT_MAXIMUM): QuickLane {
  const operations = new Map<string, Kept>();
  let fields = 0;

  async function answer(context: RequestContext, body: OperationBody) {
    const { query, operationName, variables } = body;
    const key = keyOf(query, operationName);
    const compiled = operations.get(key)?.compiled;
    if (!compiled || body.extensions) return null;
    touch(key);
    const given = (variables ?? {}) as Record<string, unknown>;
    const price = told(() => compiled.priceOf(variablesOf(schema, compiled.operation, given)));
    if (price === null) return null;
    context.budget.spend(price);
    const turn = context.turn.take(price);
    if (turn) await turn;
    const { course } = context.viewer;
    if (course) beginExecution(course, compiled.operation.name?.value, "compiled");
    const result: ExecutionResult = await compiled.query(undefined, context, given);
    if (compiledAnswers.hasSubscribers) compiledAnswers.publish({ hasErrors: !!result.errors });
    return result.errors ? null : result.data;
  }

  function learn(document: DocumentNode, operation: OperationDefinitionNode, key: string): void {
    const known = operations.get(key) ?? { uses: 0, compiled: null };
    operations.set(key, known);
    touch(key);
    known.uses += 1;
    if (known.uses === COMPILED_FROM) known.compiled = compile(schema, document, operation);
    fields += known.uses === COMPILED_FROM ? (known.compiled?.fields ?? 0) : 0;
    while (operations.size > kept || fields > COMPILED_FIELDS_MAXIMUM) forgetLongestUnused();
  }

  function forgetLongestUnused(): void {
    const [key, { compiled }] = operations.entries().next().value!;
    operations.delete(key);
    fields -= compiled?.fields ?? 0;
  }

  /** The order of the map is the order of use. */
  function touch(key: string): void {
    const known = operations.get(key)!;
    operations.delete(key);
    operations.set(key, known);
  }

  return {
    answer,
    learn: {
      async requestDidStart() {
        return {
          async responseForOperation({ document, operation, request }) {
            const { query, operationName } = request;
            if (operation.operation === OperationTypeNode.QUERY && query && isShort(query))
              learn(document, operation, keyOf(query, operationName));
            return null;
          },
        };
      },
    },
    get size() {
      return operations.size;
    },
  };
}

/** No name holds a zero, and no unnamed one begins like a named one: so no two have one key. */
const keyOf = (query: unknown, name: unknown) =>
  typeof name === "string" ? `+${name}\0${String(query)}` : `-${String(query)}`;

const isShort = (query: string) => query.length <= LENGTH_MAXIMUM;

/** What is wrong with a variable the slow lane says. */
function told<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Compiled | null {
  const { selections, directives, ["repeated fields"]: repeated } = complexityOf(document);
  // a field that is asked twice, here and there on a condition, would stand in another place of the answer
  if (selections > FIELDS_MAXIMUM || (directives > 0 && repeated > 0)) return null;
  const query = compileQuery(schema, document, operation.name?.value ?? "", {
    disablingCapturingStackErrors: true,
  });
  if (!isCompiledQuery(query)) return null;
  return {
    fields: selections,
    operation,
    query: query.query,
    priceOf: priceOf(schema, document, operation),
  };
}
