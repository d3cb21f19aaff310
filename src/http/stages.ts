// The gates that every operation passes, in this order, one line each. What a line refuses, no later line sees.
import type { FastifyRequest } from "fastify";
import type { SigningKeys } from "../viewer/keys";
import { PurposeNotAllowed } from "../viewer/purpose";
import { requestViewer } from "../viewer/request-viewer";
import { InvalidToken } from "../viewer/tokens";
import type { Viewer } from "../viewer/viewer";
import { readBody, type OperationBody } from "./body";
import { refuseContentType, refuseDeclaredSize, refuseForgery, refuseMethod } from "./declared";
import { oncePerKey } from "./idempotency/once";
import { chooseMediaType, type MediaType } from "./media-type";
import { mendAnswer, type Answer } from "./mend-answer";
import { refusal } from "./refusal";

/** What the executor is given; the bearer token is not among it. */
export type Operation = {
  method: string;
  headers: Record<string, string>;
  /** With its question mark, or empty. */
  search: string;
  /** Undefined for GET. */
  body: OperationBody | undefined;
  requestId: string;
  accept: MediaType;
};

export type Execute = (viewer: Viewer, operation: Operation) => Promise<Answer>;

export type Gatekeeper = { publicUrl: string; keys: SigningKeys; execute: Execute };

export async function passStages(gate: Gatekeeper, request: FastifyRequest): Promise<Answer> {
  const { method, headers, raw } = request;
  refuseDeclaredSize(headers);
  refuseMethod(method);
  refuseContentType(method, headers);
  refuseForgery(method, headers, gate.publicUrl);
  const viewer = authenticate(gate, raw.rawHeaders);
  const accept = chooseMediaType(headers.accept);
  const body = method === "POST" ? await readBody(raw, viewer.audience) : undefined;
  const operation = operationOf(request, accept, body);
  const execute = async (claimant: Viewer) =>
    mendAnswer(await gate.execute(claimant, operation), viewer.audience, accept);
  return oncePerKey({ viewer, operation, network: request.ip, log: request.log }, execute);
}

function authenticate({ keys, publicUrl }: Gatekeeper, rawHeaders: readonly string[]): Viewer {
  try {
    return requestViewer(keys, publicUrl, rawHeaders);
  } catch (error) {
    if (error instanceof PurposeNotAllowed) throw refusal(error.code);
    if (!(error instanceof InvalidToken)) throw error;
    throw refusal("UNAUTHENTICATED", { fault: error.message });
  }
}

function operationOf(
  request: FastifyRequest,
  accept: MediaType,
  body: OperationBody | undefined,
): Operation {
  const { authorization, ...headers } = request.headers;
  const named = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value].flat().join(", ")] as const],
  );
  const query = request.raw.url?.indexOf("?") ?? -1;
  return {
    method: request.method,
    headers: {
      ...Object.fromEntries(named),
      accept,
      // never «simple» for a browser, so the executor's own guard against forgery may let it pass
      ...(authorization === undefined ? {} : { "apollo-require-preflight": "1" }),
    },
    search: query < 0 ? "" : (request.raw.url ?? "").slice(query),
    body,
    requestId: request.id,
    accept,
  };
}
