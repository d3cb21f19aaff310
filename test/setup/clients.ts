// Clients in the tests: made by an operator through the endpoint, or put beside a token that is issued by hand.
import type { Client } from "pg";
import { STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import type { Viewer } from "../../src/viewer/viewer";
import type { Api, Answer } from "./api";

/** A client like this one with another reach, which tokens may be issued for. */
export async function clientLike(
  database: Client,
  like: Viewer,
  reach: Partial<Viewer> = {},
): Promise<Viewer> {
  const viewer = { ...like, ...reach, id: newId() };
  await database.query(
    `insert into api_clients (id, audience, name, service_provider_id, customer_id, source, expires_at, created_by)
     values ($1, $2, 'Made by a test', $3, $4, $5, now() + interval '1 day', $6)`,
    [
      ...[viewer.id, viewer.audience, viewer.serviceProviderId, viewer.customerId, viewer.source],
      STORY_STAFF[3].id,
    ],
  );
  return viewer;
}

export const CLIENT_FIELDS = `id audience name serviceProviderId customerId source scopes networks mayUseKey expiresAt createdBy
  revokedBy revokedAt lastUsedAt secrets { nodes { id endedAt } }`;

export const createClient = async (api: Api, input: object) =>
  (
    await api.as("operator")(
      `mutation ($input: ApiClientCreateInput!) { apiClientCreate(input: $input) {
        apiClient { ${CLIENT_FIELDS} } secret userErrors { code field message } } }`,
      { input },
    )
  ).data.apiClientCreate;

/** apiClientSecretAdd, apiClientSecretEnd or apiClientRevoke. */
export const changeClient = async (api: Api, name: string, id: string) => {
  const secret = name === "apiClientSecretAdd" ? "secret" : "";
  const { data } = await api.as("operator")(
    `mutation { ${name}(input: { id: "${id}" }) {
      apiClient { ${CLIENT_FIELDS} } ${secret} userErrors { code field message } } }`,
  );
  return data[name];
};

export type TokenAnswer = {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- assertions read answers freely
  body: any;
};

export const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
});

/** Sends a form to /oauth/token or /oauth/revoke. */
export async function sendForm(
  api: Api,
  path: string,
  fields: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${api.address}${path}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  });
  const text = await response.text();
  return {
    ...{ status: response.status, headers: response.headers },
    body: text ? JSON.parse(text) : null,
  };
}

/** An access token got with client_secret_basic. */
export async function tokenOf(
  api: Api,
  id: string,
  secret: string,
  scope?: string,
): Promise<string> {
  const fields = { grant_type: "client_credentials", ...(scope ? { scope } : {}) };
  const { body } = await sendForm(api, "/oauth/token", fields, basic(id, secret));
  return body.access_token as string;
}

export const withBearer = async (
  api: Api,
  bearer: string,
  query: string,
  variables?: object,
): Promise<Answer> => {
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, ...(JSON.parse(text) as { data: never }) };
};
