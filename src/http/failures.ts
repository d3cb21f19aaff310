// How a failed request is answered: what we meant to say (a refusal, the database away) as it is; everything
// else masked, with the reference that the log has.
import type { FastifyReply, FastifyRequest } from "fastify";
import { DatabaseAway } from "../database/unit-of-work";
import { faultForLog, maskedFault } from "./fault";
import { failureBody, Refusal, Unavailable } from "./refusal";

export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalIn(error);
  if (refusal) {
    reply.code(refusal.status).headers(refusal.headers).type("application/json; charset=utf-8");
    reply.send(failureBody(refusal.message, { code: refusal.code }));
    return;
  }
  request.log.error({ fault: faultForLog(error) }, "Unexpected fault");
  const { message, extensions } = maskedFault(request.id);
  reply.code(500).type("application/json; charset=utf-8").send(failureBody(message, extensions));
}

export const notFound = (): never => {
  throw new Refusal(404, "NOT_FOUND", "There is nothing at this address.");
};

/** What we meant to say, if this is it. */
export function refusalIn(error: unknown): Refusal | Unavailable | undefined {
  if (error instanceof DatabaseAway) return new Unavailable({ cause: error });
  if (error instanceof Refusal || error instanceof Unavailable) return error;
  return error instanceof Error ? frameworkRefusal(error) : undefined;
}

/** The framework's own refusals quote the request: the status is kept, the words are ours. */
function frameworkRefusal(error: Error): Refusal | undefined {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof code !== "string" || !code.startsWith("FST_")) return undefined;
  if (statusCode === 415) {
    return new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json in UTF-8, unencoded.");
  }
  const isRefusal = typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
  return isRefusal
    ? new Refusal(statusCode, "BAD_REQUEST", "The request is not well formed.")
    : undefined;
}
