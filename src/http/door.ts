// The HTTP server: one GraphQL route behind the stages, a few standing addresses, and a log that never holds
// a header, a query string, a body or an address.
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { Config } from "../config";
import { leave, stillThere } from "../database/leaving";
import type { SigningKeys } from "../viewer/keys";
import { addOAuthRoutes } from "../viewer/oauth/routes";
import { MAX_BODY_BYTES } from "./body";
import { answerFailures, notFound, type ShowFailure } from "./failures";
import { faultForLog } from "./fault";
import { passFollowed } from "./followed";
import { headersFor } from "./response-headers";
import {
  type Execute,
  type Gatekeeper,
  passFormStages,
  type PassFormStages,
  passNetwork,
  type PassNetwork,
  passUploadStages,
  type PassUploadStages,
} from "./stages";
import { addStandingRoutes, type IsReady } from "./standing-routes";

/** A link of ours in an address. */
const TOKEN_LENGTH_MAXIMUM = 300;
const HEADERS_TIMEOUT_MS = 10_000;
/** A large file takes its time; what is read into memory has a shorter one, in body.ts. */
const REQUEST_TIMEOUT_MS = 15 * 60_000;
const IDLE_CONNECTION_TIMEOUT_MS = 60_000;
const TIMEOUT_CHECK_MS = 5_000;

type DoorParts = {
  config: Pick<Config, "publicUrl" | "isDevelopment" | "trustedProxies">;
  keys: SigningKeys;
  log: FastifyBaseLogger;
  isStillAllowed: Gatekeeper["isStillAllowed"];
  execute: Execute;
  isReady: IsReady;
  /** Whether the process was told to end: each answer then closes its connection. */
  isEnding(): boolean;
  /** What stands beside the API: pages, behind the same gates. */
  addPages(
    app: FastifyInstance,
    pass: { passForm: PassFormStages; passUpload: PassUploadStages; passNetwork: PassNetwork },
  ): void;
  /** How a failure reads in a browser; JSON without it. */
  showFailure?: ShowFailure | undefined;
};

export function createDoor({
  config,
  keys,
  log,
  isReady,
  isEnding,
  addPages,
  showFailure,
  ...parts
}: DoorParts): FastifyInstance {
  const { publicUrl, isDevelopment, trustedProxies } = config;
  const setHeaders = headersFor(publicUrl);
  const answerFailure = answerFailures(showFailure);
  const app: FastifyInstance = Fastify({
    ...timeouts,
    ...logging(log),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { maxParamLength: TOKEN_LENGTH_MAXIMUM },
    // an address is believed of a proxy that we named, and of nobody else
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: () => randomUUID(),
    return503OnClosing: false, // a request that still arrives while we close is answered
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error, request, reply) => {
      setHeaders(request, reply);
      answerFailure(error, request, reply);
    },
  });
  app.addHook("onRequest", (request, reply, done) => {
    setHeaders(request, reply);
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    logAnswer(request, reply);
    done();
  });
  closeConnectionsWhen(isEnding, app);
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler(notFound);

  // no parser of the framework's reads a body: the stages do, once they know who asks
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));

  addStandingRoutes(app, keys, isReady);
  addOAuthRoutes(app, { keys, publicUrl });
  addPages(app, {
    passForm: passFormStages({ publicUrl }),
    passUpload: passUploadStages({ publicUrl, isDevelopment, keys, ...parts }),
    passNetwork,
  });
  const gate = { publicUrl, isDevelopment, keys, ...parts };
  app.all("/graphql", async (request, reply) => {
    const leaving = stillThere();
    reply.raw.once("close", () => {
      if (!reply.raw.writableFinished) leave(leaving);
    });
    const answer = await passFollowed(gate, request, leaving);
    return reply.code(answer.status).headers(answer.headers).send(answer.body);
  });
  return app;
}

const timeouts = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  connectionTimeout: IDLE_CONNECTION_TIMEOUT_MS,
  keepAliveTimeout: IDLE_CONNECTION_TIMEOUT_MS,
  http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: TIMEOUT_CHECK_MS },
};

const logging = (log: FastifyBaseLogger) => ({
  loggerInstance: log,
  logController: new LogController({
    disableRequestLogging: true,
    requestIdLogLabel: "requestId",
  }),
  childLoggerFactory: ((logger, bindings, options) =>
    logger.child(bindings, {
      ...options,
      serializers: {
        ...options.serializers,
        req: withoutWords,
        res: withoutWords,
        err: faultForLog,
      },
    })) satisfies FastifyInstance["childLoggerFactory"],
});

/** What is asked while we end is answered, and its connection not kept: the next one is made to somebody who stays. */
function closeConnectionsWhen(isEnding: () => boolean, app: FastifyInstance): void {
  let isClosing = false;
  app.addHook("preClose", async () => {
    isClosing = true;
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (isClosing || isEnding()) reply.header("connection", "close");
    done();
  });
}

const withoutWords = () => undefined;

function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  request.log.info(
    {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    },
    "Answered",
  );
}

/** What isn't HTTP, or too slow or too large in its head, never becomes a request. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const status =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? "408 Request Timeout"
      : error.code === "HPE_HEADER_OVERFLOW"
        ? "431 Request Header Fields Too Large"
        : "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
}
