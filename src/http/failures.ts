// How a failed request is answered: what we meant to say (a refusal, the database away) as it is; everything
// else masked, with the reference that the log has. A browser that opened the address gets a page, a program JSON.
import { channel } from "node:diagnostics_channel";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DatabaseAway } from "../database/unit-of-work";
import type { RequestCode } from "../errors/catalogue";
import { faultForLog, maskedFault } from "./fault";
import { wantsPage } from "./media-type";
import { failureBody, Refusal, refusal, Unavailable } from "./refusal";

/** Told of each request that was turned away, to whoever listens. */
export type Turned = { code: string };
export const REFUSALS = "back-office:refusals";
const refusals = channel(REFUSALS);

export type Failure = Pick<Refusal, "code" | "status" | "headers" | "message"> & {
  /** Of what is masked. */
  reference?: string;
};

/** Sends a failure as a page: the reply has its status and headers already. */
export type ShowFailure = (failure: Failure, request: FastifyRequest, reply: FastifyReply) => void;

/** Without `show` browsers get JSON too. */
export const answerFailures =
  (show?: ShowFailure) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    if (refusals.hasSubscribers) refusals.publish({ code: codeOfFailure(error) } satisfies Turned);
    const refused = refusalIn(error);
    if (!refused) request.log.error({ fault: faultForLog(error) }, "Unexpected fault");
    const failure: Failure = refused ?? masked(request.id);
    const { status, headers, message, code, reference } = failure;
    reply.code(status).headers(headers);
    if (show && isFromBrowser(request) && isShown(() => show(failure, request, reply), request))
      return;
    const extensions = { code, ...(reference === undefined ? {} : { reference }) };
    reply.type("application/json; charset=utf-8").send(failureBody(message, extensions));
  };

export const answerFailure = answerFailures();

/** A fault in here would end the process: a page that can't be made leaves it at JSON. */
function isShown(show: () => void, { log }: FastifyRequest): boolean {
  try {
    show();
    return true;
  } catch (error) {
    log.error({ fault: faultForLog(error) }, "The page of a failure could not be made");
    return false;
  }
}

function masked(requestId: string): Failure {
  const { message, extensions } = maskedFault(requestId);
  return { status: 500, headers: {}, message, ...extensions };
}

/** GraphQL answers in its own media types, whoever asks. */
const isFromBrowser = ({ url, headers }: FastifyRequest): boolean =>
  wantsPage(headers.accept) && url.split("?")[0] !== "/graphql";

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

type Told = { code: unknown; statusCode: unknown; expose: unknown };

/** The framework's own refusals quote the request: what they say is said in our words. */
function frameworkRefusal(error: Error): Refusal | undefined {
  const { code, statusCode, expose } = error as Error & Partial<Told>;
  // of a file that nobody may have there is no more to say than of one that isn't there
  if (expose === true && (statusCode === 403 || statusCode === 404)) return refusal("NOT_FOUND");
  const isTheirs = typeof code === "string" && code.startsWith("FST_");
  if (!isTheirs && expose !== true) return undefined;
  if (statusCode === 415) {
    return refusal("UNSUPPORTED_MEDIA_TYPE", { type: "application/json in UTF-8, unencoded" });
  }
  const isRefusal = typeof statusCode === "number" && statusCode >= 400 && statusCode < 500;
  return isRefusal
    ? refusal("BAD_REQUEST", { fault: "The request is not well formed." })
    : undefined;
}
