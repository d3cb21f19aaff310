// How a failed request is answered: what we meant to say (a refusal, the database away) as it is; everything
// else masked, with the reference that the log has.
import { channel } from "node:diagnostics_channel";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DatabaseAway } from "../database/unit-of-work";
import type { RequestCode } from "../errors/catalogue";
import { faultForLog, maskedFault } from "./fault";
import { failureBody, Refusal, refusal, Unavailable } from "./refusal";

/** Told of each request that was turned away, to whoever listens. */
export type Turned = { code: string };
export const REFUSALS = "back-office:refusals";
const refusals = channel(REFUSALS);

export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refused = refusalIn(error);
  if (refusals.hasSubscribers) refusals.publish({ code: codeOfFailure(error) } satisfies Turned);
  if (refused) {
    reply.code(refused.status).headers(refused.headers).type("application/json; charset=utf-8");
    reply.send(failureBody(refused.message, { code: refused.code }));
    return;
  }
  request.log.error({ fault: faultForLog(error) }, "Unexpected fault");
  const { message, extensions } = maskedFault(request.id);
  reply.code(500).type("application/json; charset=utf-8").send(failureBody(message, extensions));
}

/** What everything unexpected is told as. */
const FAULT = "INTERNAL" satisfies RequestCode;

/** The code that a thrown error is told with. */
export const codeOfFailure = (error: unknown): string => refusalIn(error)?.code ?? FAULT;

export const notFound = (): never => {
  throw refusal("NOT_FOUND");
};

/** What we meant to say, if this is it. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof DatabaseAway) return new Unavailable({ cause: error });
  return error instanceof Error ? frameworkRefusal(error) : undefined;
}

/** The framework's own refusals quote the request: what they say is said in our words. */
function frameworkRefusal(error: Error): Refusal | undefined {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof code !== "string" || !code.startsWith("FST_")) return undefined;
  if (statusCode === 415) {
    return refusal("UNSUPPORTED_MEDIA_TYPE", { type: "application/json in UTF-8, unencoded" });
  }
  const isRefusal = typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
  return isRefusal
    ? refusal("BAD_REQUEST", { fault: "The request is not well formed." })
    : undefined;
}
