// The last word on an answer's status, where the GraphQL-over-HTTP specification or our own silence asks for
// another than the executor's: under application/json a refused document is 200 with `errors`, and nobody
// signed in learns whether a field is misspelt or private.
import type { OperationCode } from "../errors/catalogue";
import type { Audience } from "../viewer/audience";
import type { MediaType } from "./media-type";

export type Answer = { status: number; headers: Record<string, string>; body: string };

const REFUSED_OPERATIONS = new Set<string>([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_USER_INPUT",
] satisfies OperationCode[]);

export function mendAnswer(answer: Answer, audience: Audience, mediaType: MediaType): Answer {
  const headers = { ...answer.headers, "cache-control": "no-store" };
  if (answer.status !== 400) return { ...answer, headers };

  const codes = errorCodes(answer.body);
  if (audience === "PUBLIC" && codes.includes("GRAPHQL_VALIDATION_FAILED")) {
    return { ...answer, status: 401, headers: { ...headers, "www-authenticate": "Bearer" } };
  }
  const isRefusedOperation =
    codes.length > 0 && codes.every((code) => REFUSED_OPERATIONS.has(code));
  const status = mediaType === "application/json" && isRefusedOperation ? 200 : 400;
  return { ...answer, status, headers };
}

export function errorCodes(body: string): string[] {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors.map((error) => error.extensions?.code ?? "");
}
