// How the token endpoint refuses (RFC 6749 §5.2): a code of the standard's and a sentence that says what to do.
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerFailure, refusalIn } from "../../http/failures";

type OAuthError =
  | "invalid_request"
  | "invalid_client"
  | "invalid_grant"
  | "invalid_scope"
  | "unsupported_grant_type"
  | "unsupported_token_type";

export class OAuthRefusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: OAuthError,
    message: string,
  ) {
    super(message);
    this.name = "OAuthRefusal";
    const isUnknown = code === "invalid_client";
    this.status = isUnknown ? 401 : 400;
    this.headers = isUnknown
      ? { "www-authenticate": 'Basic realm="clients", charset="UTF-8"' }
      : {};
  }
}

/** Every refusal in the standard's form, those of the stages too; a fault as everywhere else. */
export function answerOAuthFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refused = error instanceof OAuthRefusal ? error : refusalIn(error);
  if (!refused) return answerFailure(error, request, reply);
  const { status, headers, message } = refused;
  const isForLater = status === 429 || status === 503;
  const otherwise = isForLater ? "temporarily_unavailable" : "invalid_request";
  const code = refused instanceof OAuthRefusal ? refused.code : otherwise;
  reply.code(status).headers(headers).send({ error: code, error_description: message });
}
