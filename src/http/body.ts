// The body of an operation: read up to what the audience may send, strict UTF-8 (one byte order mark is let
// pass), one JSON object of the form that GraphQL over HTTP gives it. Nothing is guessed or repaired.
import type { Readable } from "node:stream";
import type { Audience } from "../viewer/audience";
import { refusal } from "./refusal";

const KIB = 1024;
/** A body that is kept in memory is there by then. */
const BODY_TIMEOUT_MS = 30_000;
const DOCUMENT_BYTES = 64 * KIB;
const VARIABLES_BYTES = 64 * KIB;
const BULK_VARIABLES_BYTES = 2 * KIB * KIB;
const BULK_AUDIENCES: readonly Audience[] = ["CONTACT_SYNC", "CONNECTOR", "INTAKE"];

export const MAX_BODY_BYTES = DOCUMENT_BYTES + BULK_VARIABLES_BYTES;

export const bodyBytesOf = (audience: Audience): number =>
  DOCUMENT_BYTES + (BULK_AUDIENCES.includes(audience) ? BULK_VARIABLES_BYTES : VARIABLES_BYTES);

export type OperationBody = Record<string, unknown>;

/** Throws a refusal: 413 past the audience's size, 400 for anything that isn't one operation. */
export async function readBody(stream: Readable, audience: Audience): Promise<OperationBody> {
  const bytes = await readBytes(stream, bodyBytesOf(audience));
  const body = objectIn(textOf(bytes));
  refuseOddMembers(body);
  return body;
}

/** Past the limit nothing more is kept; what still arrives is thrown away so that the answer can be read. */
export function readBytes(stream: Readable, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;

    const settle = (act: () => void) => {
      clearTimeout(timer);
      stream.off("data", onData).off("end", onEnd).off("error", onCut).off("close", onCut);
      act();
    };
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks, length)));
    const onCut = () => settle(() => reject(badRequest("The body ended too early.")));
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) return void chunks.push(chunk);
      settle(() => {
        stream.on("error", () => undefined).resume();
        reject(tooLarge());
      });
    };
    const timer = setTimeout(onCut, BODY_TIMEOUT_MS);
    if (stream.destroyed) return onCut();
    stream.on("data", onData).on("end", onEnd).on("error", onCut).on("close", onCut);
  });
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badRequest("The body is not valid UTF-8.");
  }
}

function objectIn(text: string): OperationBody {
  const body = parsedJson(text, "The body");
  if (Array.isArray(body)) {
    throw refusal("BATCH_NOT_ALLOWED");
  }
  if (!isObject(body)) throw badRequest("The body must be a JSON object.");
  return body;
}

/** Half a surrogate pair, written as an escape, is text that no UTF-8 can hold: refused wherever it stands. */
export function parsedJson(text: string, what: string): unknown {
  const mayHoldSurrogates = /\\u[dD][89a-fA-F]/.test(text);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest(`${what} is not valid JSON.`);
  }
  if (mayHoldSurrogates && hasLoneSurrogate(body)) {
    throw badRequest(`${what} holds half of a surrogate pair.`);
  }
  return body;
}

function hasLoneSurrogate(body: unknown): boolean {
  const left = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string" && /\p{Surrogate}/u.test(value)) return true;
    if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) left.push(key, member);
    }
  }
  return false;
}

function refuseOddMembers({ query, operationName, variables, extensions }: OperationBody): void {
  if (typeof query !== "string" || query === "") throw badRequest("«query» must be a document.");
  if (Buffer.byteLength(query) > DOCUMENT_BYTES) throw tooLarge();
  if (!isAbsent(operationName) && typeof operationName !== "string") {
    throw badRequest("«operationName» must be a string.");
  }
  if (!isAbsent(variables) && !isObject(variables)) {
    throw badRequest("«variables» must be an object.");
  }
  if (!isAbsent(extensions) && !isObject(extensions)) {
    throw badRequest("«extensions» must be an object.");
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const badRequest = (fault: string) => refusal("BAD_REQUEST", { fault });

const tooLarge = () => refusal("PAYLOAD_TOO_LARGE", { limit: "this access token may send" });
