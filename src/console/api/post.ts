// One operation on its way to /graphql and back. Whatever comes instead of an answer becomes a Fault.
import type { Document } from "./document";
import { Fault } from "./fault";
import { reachable, unreachable } from "./reachable";

type Body<Answer> = {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string; reference?: string } }[];
};

export type Sending = {
  bearer: string | null;
  /** Sent with a mutation: it runs once, however often it is sent. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
};

const AWAY_STATUSES = [502, 503, 504];

export async function post<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  { bearer, idempotencyKey, signal }: Sending,
): Promise<Answer> {
  const response = await fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(idempotencyKey && { "idempotency-key": `"${idempotencyKey}"` }),
    },
    body: JSON.stringify({ query: document.text, operationName: document.name, variables }),
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    unreachable();
    throw new Fault("AWAY", "Nobody answers.");
  });
  if (AWAY_STATUSES.includes(response.status)) unreachable();
  else reachable();
  return answerOf<Answer>(response, await bodyOf<Answer>(response));
}

const bodyOf = <Answer>(response: Response): Promise<Body<Answer>> =>
  response.json().catch(() => ({})) as Promise<Body<Answer>>;

function answerOf<Answer>(response: Response, { data, errors }: Body<Answer>): Answer {
  const [first] = errors ?? [];
  if (!first && data) return data;
  const message = first?.message ?? "";
  const code = first?.extensions?.code ?? null;
  const reference = first?.extensions?.reference ?? response.headers.get("x-request-id");
  const retryAfterSeconds = Number(response.headers.get("retry-after") ?? 2);
  if (AWAY_STATUSES.includes(response.status)) {
    throw new Fault("AWAY", message, { code, reference, retryAfterSeconds });
  }
  if (response.status === 401) throw new Fault("SESSION_OVER", message, { code, reference });
  if (response.status === 429) {
    throw new Fault("TOO_MANY", message, { code, reference, retryAfterSeconds });
  }
  throw new Fault("REFUSED", message, { code, reference, retryAfterSeconds });
}
