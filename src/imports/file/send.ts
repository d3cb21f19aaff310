// One batch to the API. An answer that says «later» is waited for; a repeated batch changes nothing, so it is safe
// to send it again when nobody knows whether it arrived.
import { setTimeout as wait } from "node:timers/promises";
import type { ContactsImportInput, ContactsImportPayload } from "../batch";

/** The import can't go on: told in one line. */
export class CannotImport extends Error {}

export type Destination = { url: string; token: string };
type Variables = { input: Omit<ContactsImportInput, "kind"> & { kind: string } };

type ApiError = { message: string; extensions?: { code?: string } };

const MUTATION = `mutation ($input: ContactsImportInput!) {
  contactsImport(input: $input) {
    added changed unchanged
    refused { row column code message }
    userErrors { message }
  }
}`;

const ATTEMPTS = 6;
const ANSWER_TIMEOUT_MILLISECONDS = 60_000;
const WAIT_SECONDS = 1;
const WAIT_SECONDS_MAXIMUM = 30;

export async function send(to: Destination, variables: Variables): Promise<ContactsImportPayload> {
  const { status, body } = await answerTo(to, JSON.stringify({ query: MUTATION, variables }));
  if (status === 401)
    throw new CannotImport("The token is not accepted: it may have expired. Take a new one.");
  if (!isObject(body)) throw new CannotImport(`${to.url} answered ${status}, which is no answer.`);
  const data = body.data as { contactsImport?: ContactsImportPayload } | null | undefined;
  const [error] = (body.errors ?? []) as ApiError[];
  if (error?.extensions?.code === "GRAPHQL_VALIDATION_FAILED")
    throw new CannotImport("This token may not import: only marketing's may.");
  if (error || !data?.contactsImport)
    throw new CannotImport(`The API refused: ${error?.message ?? `status ${status}`}`);
  const [refusal] = data.contactsImport.userErrors;
  if (refusal) throw new CannotImport(refusal.message);
  return data.contactsImport;
}

async function answerTo({ url, token }: Destination, body: string) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MILLISECONDS),
    })
      .then(async (answer) => ({
        status: answer.status,
        retryAfter: Number(answer.headers.get("retry-after")),
        body: parsed(await answer.text()),
      }))
      .catch(() => null);
    if (response && response.status !== 503 && response.status !== 429) return response;
    if (attempt === ATTEMPTS)
      throw new CannotImport(
        response
          ? `The API at ${url} is unavailable. Run the same command again later.`
          : `The API at ${url} can't be reached. Is it running, and is --url right?`,
      );
    const seconds = response?.retryAfter || WAIT_SECONDS;
    await wait(Math.min(seconds, WAIT_SECONDS_MAXIMUM) * 1_000);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
