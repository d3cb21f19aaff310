// The gates that every operation passes, in this order, one line each. What a line refuses, no later line sees.
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyRequest } from "fastify";
import type { Leaving } from "../database/leaving";
import { budgetOf } from "../limits/budget";
import { refuseFlood } from "../limits/flood";
import { addressOf, type Caller, keptTokenIn, networkOf } from "../viewer/caller";
import { type Course, passGates } from "../viewer/course";
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
import { type Form, readForm, withoutEmpty } from "./form";
import { chooseMediaType, type MediaType } from "./media-type";
import { fileOf, refuseDeclaredFileSize, refuseFileType, refuseUploadBy } from "./upload";
import { mendAnswer, type Answer } from "./mend-answer";
import { oncePerKey } from "./idempotency/once";
import { refusal } from "./refusal";

/** What the executor is given; the bearer token is not among it. */
export type Operation = {
  method: string;
  /** Names and values, lower-cased; the bearer token is not among them. */
  headers(): [string, string][];
  idempotencyKey: string | undefined;
  /** With its question mark, or empty. */
  search: string;
  /** Undefined for GET. */
  body: OperationBody | undefined;
  requestId: string;
  accept: MediaType;
  caller: Caller;
  leaving: Leaving;
};

export type Execute = (viewer: Viewer, operation: Operation) => Promise<Answer>;

export type Gatekeeper = {
  publicUrl: string;
  keys: SigningKeys;
  isDevelopment: boolean;
  isStillAllowed(viewer: Viewer, address: string | null): Promise<boolean>;
  execute: Execute;
};

export async function passStages(
  gate: Gatekeeper,
  request: FastifyRequest,
  { leaving, course }: { leaving: Leaving; course?: Course | undefined },
): Promise<Answer> {
  const { method, headers, raw } = request;
  const caller = callerOf(request);
  refuseDeclaredSize(headers);
  refuseMethod(method);
  refuseContentType(method, headers);
  refuseForgery(method, headers, gate.publicUrl);
  refuseFlood(caller.network);
  const viewer = await authenticate(gate, raw.rawHeaders, caller);
  if (course) course.audience = viewer.audience;
  await refuseWhoMayNoLonger(gate, viewer, caller);
  const accept = chooseMediaType(headers.accept);
  const body = method === "POST" ? await readBody(raw, viewer.audience) : undefined;
  const operation = operationOf(request, { accept, body, caller, leaving });
  const execute = async (claimant: Viewer) => {
    if (course) passGates(course);
    const followed = course ? { ...claimant, course } : claimant;
    return mendAnswer(await gate.execute(followed, operation), viewer.audience, accept);
  };
  return oncePerKey({ viewer, operation, caller, log: request.log }, execute);
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
    const caller = callerOf(request);
    refuseFlood(caller.network);
    return { form: await readForm(raw), caller };
  };

export type UploadGate = Omit<Gatekeeper, "execute">;
export type PassUploadStages = (
  request: FastifyRequest,
) => Promise<{ viewer: Viewer; body: AsyncIterable<Buffer> }>;

/** The same for a file: whoever sends one proves who they are in a header, and its bytes are taken up to a file's size. */
export const passUploadStages =
  (gate: UploadGate): PassUploadStages =>
  async (request) => {
    const { headers, raw, id: requestId } = request;
    const caller = callerOf(request);
    refuseDeclaredFileSize(headers);
    refuseFileType(headers);
    refuseForgery("GET", headers, gate.publicUrl);
    refuseFlood(caller.network);
    const viewer = await authenticate(gate, raw.rawHeaders, caller);
    await refuseWhoMayNoLonger(gate, viewer, caller);
    await refuseUploadBy({ ...viewer, requestId });
    budgetOf(viewer, caller).spend(UPLOAD_POINTS);
    return { viewer: { ...viewer, requestId }, body: fileOf(raw) };
  };

export type PassNetwork = (request: FastifyRequest) => void;

/** The first gate alone, for an address that proves itself. */
export const passNetwork: PassNetwork = (request) => refuseFlood(callerOf(request).network);

export type ClientRequest = {
  form: Form;
  rawHeaders: readonly string[];
  caller: Caller;
  requestId: string;
};

/** The same for the form of a client, which proves itself and has no page: whatever names an origin is a browser's. */
export async function passClientStages(
  { publicUrl }: Pick<Gatekeeper, "publicUrl">,
  request: FastifyRequest,
): Promise<ClientRequest> {
  const { method, headers, raw, id: requestId } = request;
  refuseDeclaredSize(headers);
  refuseFormType(headers);
  refuseForgery(method, headers, publicUrl);
  const caller = callerOf(request);
  refuseFlood(caller.network);
  const form = withoutEmpty(await readForm(raw));
  return { form, rawHeaders: raw.rawHeaders, caller, requestId };
}

async function authenticate(
  gate: UploadGate,
  rawHeaders: readonly string[],
  { address }: Caller,
): Promise<Viewer> {
  try {
    return await requestViewer(gate, rawHeaders, address);
  } catch (error) {
    if (error instanceof PurposeNotAllowed) throw refusal(error.code);
    if (!(error instanceof InvalidToken)) throw error;
    throw notAuthenticated(error.message);
  }
}

/** A token outlives what it says: deactivated, signed out, revoked. A story-world token is good in development only. */
async function refuseWhoMayNoLonger(
  gate: UploadGate,
  viewer: Viewer,
  { address }: Caller,
): Promise<void> {
  const { id, sessionId, secretId } = viewer;
  const isStoryToken = id !== null && sessionId === null && secretId === null;
  if (isStoryToken && !gate.isDevelopment) throw notAuthenticated(new InvalidToken().message);
  if (!(await gate.isStillAllowed(viewer, address))) {
    throw notAuthenticated(
      "Whoever this access token was issued to may not act any more, or not from here. Sign in again.",
    );
  }
}

const notAuthenticated = (fault: string) => refusal("UNAUTHENTICATED", { fault });

function operationOf(
  request: FastifyRequest,
  parts: Pick<Operation, "accept" | "body" | "caller" | "leaving">,
): Operation {
  const query = request.raw.url?.indexOf("?") ?? -1;
  return {
    method: request.method,
    headers: () => headersFor(request.headers, parts.accept),
    idempotencyKey: [request.headers["idempotency-key"]].flat()[0],
    search: query < 0 ? "" : (request.raw.url ?? "").slice(query),
    requestId: request.id,
    ...parts,
  };
}

function headersFor(given: IncomingHttpHeaders, accept: MediaType): [string, string][] {
  const { authorization, cookie: _cookie, ...headers } = given;
  const named = Object.entries({ ...headers, accept }).flatMap(
    ([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, [value].flat().join(", ")]],
  );
  // never «simple» for a browser, so the executor's own guard against forgery may let it pass
  return authorization === undefined ? named : [...named, ["apollo-require-preflight", "1"]];
}

/** A file costs what a large question does. */
const UPLOAD_POINTS = 1_000;

const DEVICE_MAXIMUM = 200;

const callerOf = ({ ip, headers }: FastifyRequest): Caller => ({
  address: addressOf(ip),
  network: networkOf(ip),
  device: headers["user-agent"]?.replace(/[^\x20-\x7e]/g, "?").slice(0, DEVICE_MAXIMUM) ?? null,
  keptToken: keptTokenIn(headers.cookie),
});
