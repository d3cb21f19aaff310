// One Apollo Server for each audience, made at start over that audience's own schema.
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { isDenial, recordDenial } from "../audit/denials";
import { DatabaseAway, DeadlineExceeded } from "../database/unit-of-work";
import { OPERATION_ERRORS } from "../errors/catalogue";
import { documentError } from "../errors/operation-error";
import { faultForLog, maskedFault } from "../http/fault";
import { Refusal, Unavailable } from "../http/refusal";
import type { Execute } from "../http/stages";
import { budgetOf, FAULT_POINTS } from "../limits/budget";
import { deadlineFromNow, tookTooLong } from "../limits/deadline";
import { TOKENS_MAXIMUM } from "../limits/nesting";
import { costIn, priceOperations, rateHeaders } from "../limits/price-operations";
import { refuseHostile } from "../limits/refuse-hostile";
import { type Turn, turnOf } from "../limits/turns";
import { type Audience, AUDIENCES } from "../viewer/audience";
import { type Caller, cookieFor } from "../viewer/caller";
import { requestOf, type Viewer } from "../viewer/viewer";
import { changesGoThrough } from "./changes-go-through";
import type { RequestContext } from "./context";
import { followOperations } from "./follow-operations";
import { onceInARequest } from "./once-in-a-request";
import { type QuickLane, quickLane } from "./quick-lane";

/** Faults of a document that are told: to find one takes as long as to answer a small request. */
const FAULTS_TOLD_MAXIMUM = 10;

type Servers = { execute: Execute; stop(): Promise<void> };

/** How often fragments may multiply the selections of a document. */
const RECURSIVE_SELECTIONS_MAXIMUM = 5_000;

export async function startServers(
  schemas: ReadonlyMap<Audience, GraphQLSchema>,
  fullSchema: GraphQLSchema,
  { log, isDevelopment }: { log: Logger; isDevelopment: boolean },
): Promise<Servers> {
  const servers = new Map<Audience, Lanes>();
  for (const audience of AUDIENCES) {
    const schema = schemas.get(audience);
    if (!schema) throw new Error(`The audience ${audience} has no schema.`);
    onceInARequest(schema);
    const quick = quickLane(schema);
    const server = new ApolloServer<RequestContext>({
      schema,
      introspection: audience !== "PUBLIC" || isDevelopment,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      hideSchemaDetailsFromClientErrors: true,
      includeStacktraceInErrorResponses: false,
      maxRecursiveSelections: RECURSIVE_SELECTIONS_MAXIMUM,
      parseOptions: { maxTokens: TOKENS_MAXIMUM },
      validationOptions: { maxErrors: FAULTS_TOLD_MAXIMUM, hideSuggestions: true },
      persistedQueries: false,
      stopOnTerminationSignals: false,
      formatError,
      logger: log,
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        changesGoThrough,
        priceOperations,
        quick.learn,
        watchErrors(fullSchema, log),
        followOperations,
      ],
    });
    await server.start();
    servers.set(audience, { quick, server });
  }
  return {
    execute: async (viewer, operation) => answer(servers.get(viewer.audience)!, viewer, operation),
    stop: async () =>
      void (await Promise.all([...servers.values()].map(({ server }) => server.stop()))),
  };
}

type Lanes = { quick: QuickLane; server: ApolloServer<RequestContext> };

async function answer(
  lanes: Lanes,
  claims: Viewer,
  operation: Parameters<Execute>[1],
): ReturnType<Execute> {
  const turn = turnOf(claims, operation.caller.network);
  try {
    return await answerInTurn(lanes, claims, operation, turn);
  } finally {
    turn.end();
  }
}

async function answerInTurn(
  { quick, server }: Lanes,
  claims: Viewer,
  { method, headers, search, body, requestId, accept, caller, leaving }: Parameters<Execute>[1],
  turn: Turn,
): ReturnType<Execute> {
  const viewer = { ...claims, requestId, deadlineAt: deadlineFromNow(), leaving };
  const budget = budgetOf(viewer, caller);
  budget.refuseDebt();
  refuseHostile({ search, body });
  const context: RequestContext = {
    ...{ viewer, caller, budget },
    ...{ outcome: {}, answered: new Map(), turn },
  };
  const data = body && (await quick.answer(context, body));
  if (data) {
    const isFree = budget.cost === 0;
    return {
      status: 200,
      headers: {
        "content-type": `${accept}; charset=utf-8`,
        ...(isFree ? {} : rateHeaders(budget)),
      },
      body: `${JSON.stringify(isFree ? { data } : { data, extensions: costIn(budget) })}\n`,
    };
  }
  const response = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: new HeaderMap(headers()), search, body },
    context: async () => context,
  });
  if (context.outcome.refusal) throw context.outcome.refusal;
  if (response.body.kind !== "complete") throw new Error("Incremental answers are not used.");
  return {
    status: response.status ?? 200,
    headers: { ...Object.fromEntries(response.headers), ...cookieHeader(caller) },
    body: response.body.string,
  };
}

const cookieHeader = ({ keep }: Caller): Record<string, string> =>
  keep === undefined ? {} : { "set-cookie": cookieFor(keep) };

/** What clients are told as it is; everything else is a fault of ours, and masked. */
const TOLD = new Set<string>(Object.keys(OPERATION_ERRORS));

/** What the library guesses was meant; of a variable's value Apollo lets it pass. */
const GUESS = / Did you mean [^?]*\?$/;

function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error) as { code?: string; message?: string };
  const isRefusal = original?.code === "PURPOSE_NOT_ALLOWED";
  const code = isRefusal ? original.code : formatted.extensions?.code;
  const message = isRefusal ? (original.message ?? "") : formatted.message;
  return {
    ...formatted,
    message: message.replace(GUESS, ""),
    extensions: { ...formatted.extensions, code, stacktrace: undefined },
  };
}

function watchErrors(fullSchema: GraphQLSchema, log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, schema, contextValue, document }) {
          if (!operation || schema.getRootType(operation.operation)) return;
          if (fullSchema.getRootType(operation.operation))
            await recordDenial(contextValue.viewer, document);
          throw documentError(`You have no ${operation.operation} to call.`);
        },
        async didEncounterErrors({ errors, contextValue, document, schema }) {
          for (const error of errors) {
            const original = unwrapResolverError(error) as Error;
            if (original instanceof DatabaseAway) contextValue.outcome.refusal = new Unavailable();
            if (original instanceof DeadlineExceeded) contextValue.outcome.refusal = tookTooLong();
            if (original instanceof Refusal) contextValue.outcome.refusal = original;
            const code = (error.extensions?.code ?? (original as { code?: string }).code) as
              string | undefined;
            if (!contextValue.outcome.refusal && (!code || !TOLD.has(code))) {
              log.error(
                { requestId: requestOf(contextValue.viewer), err: faultForLog(original) },
                "Fault",
              );
            }
          }
          const invalid = errors.filter((e) => e.extensions?.code === "GRAPHQL_VALIDATION_FAILED");
          if (!document || !invalid.length) return;
          contextValue.budget.owe(FAULT_POINTS * invalid.length);
          if (isDenial(fullSchema, schema, document))
            await recordDenial(contextValue.viewer, document);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== "single" || !response.body.singleResult.errors) return;
          response.body.singleResult.errors = response.body.singleResult.errors.map((error) =>
            TOLD.has(String(error.extensions?.code))
              ? error
              : { path: error.path, ...maskedFault(requestOf(contextValue.viewer) ?? "unknown") },
          );
        },
      };
    },
  };
}
