// How the token endpoint refuses (RFC 6749 §5.2): a code of the standard's and a sentence that says what to do.
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerFailure, refusalIn } from "../../http/failures";
import { Refusal } from "../../http/refusal";

type OAuthError =
  | "invalid_request"
  | "invalid_client"
  | "invalid_grant"
  | "invalid_scope"
  | "unsupported_grant_type"
  | "unsupported_token_type";

export class OAuthRefusal extends Refusal {
  constructor(error: OAuthError, message: string) {
    const isUnknown = error === "invalid_client";
    super(
      isUnknown ? 401 : 400,
      error,
      message,
      isUnknown ? { "www-authenticate": 'Basic realm="clients", charset="UTF-8"' } : {},
    );
  }
}

/** Every refusal in the standard's form, those of the stages too; a fault as everywhere else. */
export function answerOAuthFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = refusalIn(error);
  if (!refusal) return answerFailure(error, request, reply);
  const isForLater = refusal.status === 429 || refusal.status === 503;
  const code = isForLater ? "temporarily_unavailable" : "invalid_request";
  reply.code(refusal.status).headers(refusal.headers);
  reply.send({
    error: refusal instanceof OAuthRefusal ? refusal.code : code,
    error_description: refusal.message,
  });
}
