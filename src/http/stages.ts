// The gates that every operation passes, in this order, one line each. What a line refuses, no later line sees.
import type { FastifyRequest } from "fastify";
import { DatabaseAway } from "../database/unit-of-work";
import { refuseFlood } from "../limits/flood";
import { isPerson } from "../viewer/audience";
import { type Caller, keptTokenIn, networkOf } from "../viewer/caller";
import type { SigningKeys } from "../viewer/keys";
import { PurposeNotAllowed } from "../viewer/purpose";
import { requestViewer } from "../viewer/request-viewer";
import { InvalidToken } from "../viewer/tokens";
import type { Viewer } from "../viewer/viewer";
import { readBody, type OperationBody } from "./body";
import {
  refuseContentType,
  refuseDeclaredSize,
  refuseForeignForm,
  refuseForgery,
  refuseFormType,
  refuseMethod,
} from "./declared";
import { type Form, readForm } from "./form";
import { chooseMediaType, type MediaType } from "./media-type";
import { mendAnswer, type Answer } from "./mend-answer";
import { oncePerKey } from "./idempotency/once";
import { refusal, Unavailable } from "./refusal";

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
  caller: Caller;
};

export type Execute = (viewer: Viewer, operation: Operation) => Promise<Answer>;

export type Gatekeeper = {
  publicUrl: string;
  keys: SigningKeys;
  isDevelopment: boolean;
  isStillAllowed(viewer: Viewer): Promise<boolean>;
  execute: Execute;
};

export async function passStages(gate: Gatekeeper, request: FastifyRequest): Promise<Answer> {
  const { method, headers, raw } = request;
  refuseDeclaredSize(headers);
  refuseMethod(method);
  refuseContentType(method, headers);
  refuseForgery(method, headers, gate.publicUrl);
  refuseFlood(networkOf(request.ip));
  const viewer = authenticate(gate, raw.rawHeaders);
  await refuseWhoMayNoLonger(gate, viewer);
  const accept = chooseMediaType(headers.accept);
  const body = method === "POST" ? await readBody(raw, viewer.audience) : undefined;
  const operation = operationOf(request, accept, body);
  const execute = async (claimant: Viewer) =>
    mendAnswer(await gate.execute(claimant, operation), viewer.audience, accept);
  return oncePerKey(
    { viewer, operation, network: networkOf(request.ip), log: request.log },
    execute,
  );
}

export type PassFormStages = (request: FastifyRequest) => Promise<{ form: Form; caller: Caller }>;

/** The same gates for a page's form, sent by nobody yet: what a browser sends from elsewhere is refused. */
export const passFormStages =
  ({ publicUrl }: Pick<Gatekeeper, "publicUrl">): PassFormStages =>
  async (request) => {
    const { headers, raw } = request;
    refuseDeclaredSize(headers);
    refuseFormType(headers);
    refuseForeignForm(headers, publicUrl);
    return { form: await readForm(raw), caller: callerOf(request) };
  };

function authenticate({ keys, publicUrl }: Gatekeeper, rawHeaders: readonly string[]): Viewer {
  try {
    return requestViewer(keys, publicUrl, rawHeaders);
  } catch (error) {
    if (error instanceof PurposeNotAllowed) throw refusal(error.code);
    if (!(error instanceof InvalidToken)) throw error;
    throw notAuthenticated(error.message);
  }
}

/** A token outlives what it says: deactivated, demoted, signed out. A story-world token is good in development only. */
async function refuseWhoMayNoLonger(gate: Gatekeeper, viewer: Viewer): Promise<void> {
  const isStoryToken = isPerson(viewer.audience) && viewer.sessionId === null;
  if (isStoryToken && !gate.isDevelopment) throw notAuthenticated(new InvalidToken().message);
  if (!(await stateOf(gate, viewer))) {
    throw notAuthenticated(
      "Whoever this access token was issued to may not act any more. Sign in again.",
    );
  }
}

const stateOf = (gate: Gatekeeper, viewer: Viewer): Promise<boolean> =>
  gate.isStillAllowed(viewer).catch((error: unknown) => {
    throw error instanceof DatabaseAway ? new Unavailable({ cause: error }) : error;
  });

const notAuthenticated = (fault: string) => refusal("UNAUTHENTICATED", { fault });

function operationOf(
  request: FastifyRequest,
  accept: MediaType,
  body: OperationBody | undefined,
): Operation {
  const { authorization, cookie: _cookie, ...headers } = request.headers;
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
    caller: callerOf(request),
  };
}

const DEVICE_MAXIMUM = 200;

const callerOf = ({ ip, headers }: FastifyRequest): Caller => ({
  network: networkOf(ip),
  device: headers["user-agent"]?.replace(/[^\x20-\x7e]/g, "?").slice(0, DEVICE_MAXIMUM) ?? null,
  keptToken: keptTokenIn(headers.cookie),
});
