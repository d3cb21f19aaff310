// What GraphiQL asks, asked as the person who is signed in. The answer comes back as it stands, refusals included: they
// are what one wants to see here. For what it is read follows from who asks, as everywhere; `x-purpose` and
// `idempotency-key` can be given in GraphiQL's headers.
import { bearerNow, dropToken } from "../api/session";

type Asked = {
  query: string;
  operationName?: string | null | undefined;
  variables?: unknown;
};
type How = { headers?: Record<string, unknown> | undefined };
type Answer = Record<string, unknown>;

export async function fetcher(asked: Asked, how: How = {}): Promise<Answer> {
  const bearer = await bearerNow();
  const response = await send(asked, how, bearer);
  if (response?.status !== 401) return answerOf(response);
  dropToken(bearer);
  return answerOf(await send(asked, how, await bearerNow()));
}

const send = (asked: Asked, { headers }: How, bearer: string): Promise<Response | null> =>
  fetch("/graphql", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(headers as Record<string, string>),
      "content-type": "application/json",
      authorization: `Bearer ${bearer}`,
    },
    body: JSON.stringify(asked),
  }).catch(() => null);

const answerOf = (response: Response | null): Promise<Answer> =>
  response
    ? (response.json() as Promise<Answer>).catch(() => fault(`HTTP ${response.status}`))
    : Promise.resolve(fault("Nobody answers."));

const fault = (message: string): Answer => ({ errors: [{ message }] });
