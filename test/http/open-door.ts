// A door with an executor over a schema of three fields, listening on a free port: what the stages do can be
// seen without the product's schema.
import { ApolloServer, HeaderMap } from "@apollo/server";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import pino from "pino";
import { createDoor } from "../../src/http/door";
import type { ShowFailure } from "../../src/http/failures";
import type { Execute, Operation } from "../../src/http/stages";
import type { Readiness } from "../../src/http/standing-routes";
import type { SigningKeys } from "../../src/viewer/keys";
import type { Viewer } from "../../src/viewer/viewer";
import { temporaryKeys } from "../viewer/temporary-keys";

export const PUBLIC_URL = "https://office.example";

const TYPE_DEFINITIONS = `
  type Query { greeting(name: String = "world"): String! audience: String! }
  type Mutation { greet: String! }
`;

export type Sent = {
  method?: string;
  path?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
};
export type Received = { status: number; headers: IncomingHttpHeaders; text: string };

export type OpenDoor = {
  keys: SigningKeys;
  /** What reached the executor. */
  executed: { viewer: Viewer; operation: Operation }[];
  logLines(): string;
  send(sent: Sent): Promise<Received>;
  setExecute(execute: Execute | null): void;
  setReadiness(readiness: Readiness): void;
  port: number;
  close(): Promise<void>;
};

/** What stands beside the API, where a test looks at it. */
type Beside = { addPages: Parameters<typeof createDoor>[0]["addPages"]; showFailure?: ShowFailure };
const NOTHING_BESIDE: Beside = { addPages: () => undefined };

export async function openDoor(beside: Beside = NOTHING_BESIDE): Promise<OpenDoor> {
  const keys = await temporaryKeys();
  const apollo = await startedApollo();
  const executed: OpenDoor["executed"] = [];
  const lines: string[] = [];
  let replaced: Execute | null = null;
  let readiness: Readiness = { ready: true };

  const execute: Execute = async (viewer, operation) => {
    executed.push({ viewer, operation });
    if (replaced) return replaced(viewer, operation);
    const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: operation.method,
        headers: new HeaderMap(operation.headers()),
        search: operation.search,
        body: operation.body,
      },
      context: async () => ({ viewer }),
    });
    if (body.kind !== "complete") throw new Error("Incremental answers are not used.");
    return { status: status ?? 200, headers: Object.fromEntries(headers), body: body.string };
  };

  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const app = createDoor({
    config: { publicUrl: PUBLIC_URL, isDevelopment: true, trustedProxies: [] },
    isStillAllowed: async () => true,
    keys,
    log: pino({ level: "trace" }, sink),
    execute,
    isReady: () => readiness,
    isEnding: () => false,
    ...beside,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;

  return {
    keys,
    executed,
    port,
    logLines: () => lines.join(""),
    send: (sent) => send(port, sent),
    setExecute: (other) => (replaced = other),
    setReadiness: (other) => (readiness = other),
    close: async () => {
      await app.close();
      await apollo.stop();
    },
  };
}

async function startedApollo(): Promise<ApolloServer<{ viewer: Viewer }>> {
  const server = new ApolloServer<{ viewer: Viewer }>({
    typeDefs: TYPE_DEFINITIONS,
    resolvers: {
      Query: {
        greeting: (_root: unknown, { name }: { name: string }) => `Hello ${name}`,
        audience: (_root: unknown, _input: unknown, { viewer }: { viewer: Viewer }) =>
          viewer.audience,
      },
      Mutation: { greet: () => "greeted" },
    },
    csrfPrevention: true,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
  return server;
}

function send(port: number, { method = "POST", path = "/graphql", headers, body }: Sent) {
  return new Promise<Received>((resolve, reject) => {
    const outgoing = httpRequest({ port, host: "127.0.0.1", method, path, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
