// What ends a client's ways in, and that it does so within five seconds for a token or key that was believed just now.
import { seedId } from "../../seeds/records";
import { STORY_CUSTOMERS, STORY_PEOPLE, storyKey } from "../../seeds/story-people";
import { sweep } from "../../src/jobs/sweep";
import { type Api, openApi } from "../setup/api";
import {
  basic,
  changeClient,
  CLIENT_FIELDS,
  createClient,
  sendForm,
  tokenOf,
  withBearer,
} from "../setup/clients";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from sign_in_rates"));

const WITHIN_MS = 5_000;
const dashboard = (more: object = {}) =>
  createClient(api, { name: "Wallboard", audience: "DASHBOARD", mayUseKey: true, ...more });
const statusOf = async (bearer: string) =>
  (await withBearer(api, bearer, "{ viewer { id } }")).status;
const isTaken = async (id: string, secret: string) =>
  (await sendForm(api, "/oauth/token", { grant_type: "client_credentials" }, basic(id, secret)))
    .status === 200;

/** Each of these is good now, and after the change none is within five seconds. */
async function endsAll(bearers: string[], change: () => Promise<unknown>): Promise<void> {
  expect(await Promise.all(bearers.map(statusOf))).toEqual(bearers.map(() => 200));
  await change();
  const changedAt = Date.now();
  for (;;) {
    const statuses = await Promise.all(bearers.map(statusOf));
    if (statuses.every((status) => status === 401)) return;
    expect(Date.now() - changedAt).toBeLessThan(WITHIN_MS);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test("a revoked client's tokens, key and secret", async () => {
  const { apiClient, secret } = await dashboard();
  const token = await tokenOf(api, apiClient.id as string, secret as string);
  await endsAll([token, secret], () =>
    changeClient(api, "apiClientRevoke", apiClient.id as string),
  );
  expect(await isTaken(apiClient.id as string, secret as string)).toBe(false);
});

test("an ended secret as a key, and the tokens got by it; the other secret and its token go on", async () => {
  const { apiClient, secret } = await dashboard();
  const id = apiClient.id as string;
  const { secret: second, apiClient: now } = await changeClient(api, "apiClientSecretAdd", id);
  expect(await isTaken(id, secret as string)).toBe(true);
  expect(await isTaken(id, second as string)).toBe(true);
  const token = await tokenOf(api, id, secret as string);
  const other = await tokenOf(api, id, second as string);
  const [, { id: first }] = now.secrets.nodes;
  await endsAll([token, secret], () => changeClient(api, "apiClientSecretEnd", first as string));
  expect(await isTaken(id, secret as string)).toBe(false);
  expect(await isTaken(id, second as string)).toBe(true);
  expect([await statusOf(other), await statusOf(second as string)]).toEqual([200, 200]);
});

test("the secret before another ends by itself after seven days", async () => {
  const { apiClient, secret } = await dashboard();
  const id = apiClient.id as string;
  await changeClient(api, "apiClientSecretAdd", id);
  await endsAll([secret], () =>
    api.database.query(
      "update api_client_secrets set ended_at = ended_at - interval '7 days' where client_id = $1",
      [id],
    ),
  );
  expect(await isTaken(id, secret as string)).toBe(false);
});

test("a client whose time is over", async () => {
  const { apiClient, secret } = await dashboard();
  const token = await tokenOf(api, apiClient.id as string, secret as string);
  await endsAll([token, secret], () =>
    api.database.query("update api_clients set expires_at = now() where id = $1", [apiClient.id]),
  );
});

test("a tool whose provider's agreement ended, the story world's too", async () => {
  const { apiClient, secret } = await createClient(api, {
    ...{ name: "Quillpost", audience: "CONTACT_SYNC", mayUseKey: true },
    serviceProviderId: seedId("provider", 2),
  });
  const token = await tokenOf(api, apiClient.id as string, secret as string);
  const agreement = seedId("agreement", 2);
  await endsAll([token, secret], () =>
    api.as("privacy")(
      `mutation { providerAgreementEnd(input: { id: "${agreement}" }) { userErrors { code } } }`,
    ),
  );
  expect(await isTaken(apiClient.id as string, secret as string)).toBe(false);
  expect(await statusOf(storyKey(STORY_PEOPLE.sync.viewer.id!))).toBe(200);
});

test("a connector whose customer closed", async () => {
  const [, , nordwind] = STORY_CUSTOMERS;
  const { apiClient, secret } = await createClient(api, {
    ...{
      name: "Telephone system",
      audience: "CONNECTOR",
      mayUseKey: true,
      customerId: nordwind.id,
    },
  });
  const token = await tokenOf(api, apiClient.id as string, secret as string);
  await endsAll([token, secret], () =>
    api.database.query("update customers set state = 'CLOSED' where id = $1", [nordwind.id]),
  );
  expect(await isTaken(apiClient.id as string, secret as string)).toBe(false);
});

test("a client outside its networks", async () => {
  const { apiClient, secret } = await dashboard({ networks: ["127.0.0.0/8", "2001:db8::/48"] });
  const token = await tokenOf(api, apiClient.id as string, secret as string);
  await endsAll([token, secret], () =>
    api.database.query("update api_clients set networks = '{203.0.113.0/24}' where id = $1", [
      apiClient.id,
    ]),
  );
});

test("a token that its client gave back, and no other of its tokens", async () => {
  const { apiClient, secret } = await dashboard();
  const id = apiClient.id as string;
  const [token, other] = [
    await tokenOf(api, id, secret as string),
    await tokenOf(api, id, secret as string),
  ];
  const giveBack = () =>
    sendForm(api, "/oauth/revoke", { token, token_type_hint: "any" }, basic(id, secret as string));
  await endsAll([token], async () => expect((await giveBack()).status).toBe(200));
  expect((await giveBack()).status).toBe(200);
  expect(await statusOf(other)).toBe(200);
});

test("what was given back is forgotten an hour after it would have expired anyway", async () => {
  await api.database.query(
    `insert into revoked_tokens (jti, expires_at) values ($1, now() - interval '61 minutes'), ($2, now() - interval '59 minutes')`,
    [seedId("secret", 901), seedId("secret", 902)],
  );
  await sweep();
  const { rows } = await api.database.query<{ jti: string }>(
    "select jti from revoked_tokens where expires_at < now()",
  );
  expect(rows).toEqual([{ jti: seedId("secret", 902) }]);
});

test("what isn't a token of one's own is not given back", async () => {
  const [mine, theirs] = [await dashboard(), await dashboard()];
  const proof = basic(mine.apiClient.id as string, mine.secret as string);
  const revoke = (fields: Record<string, string>, headers: Record<string, string> = proof) =>
    sendForm(api, "/oauth/revoke", fields, headers);
  const foreign = await tokenOf(api, theirs.apiClient.id as string, theirs.secret as string);
  expect(await revoke({ token: "never ours" })).toMatchObject({ status: 200, body: null });
  expect(await revoke({ token: `${foreign.slice(0, -4)}AAAA` })).toMatchObject({ status: 200 });
  expect(await revoke({ token: foreign })).toMatchObject({
    ...{ status: 400, body: { error: "invalid_grant" } },
  });
  expect(await revoke({ token: mine.secret })).toMatchObject({
    ...{ status: 400, body: { error: "unsupported_token_type" } },
  });
  expect(await revoke({})).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  expect(await revoke({ token: foreign }, {})).toMatchObject({
    ...{ status: 401, body: { error: "invalid_client" } },
  });
  const { rows } = await api.database.query("select jti from revoked_tokens");
  const before = rows.length;
  expect(await statusOf(foreign)).toBe(200);
  expect(await statusOf(mine.secret as string)).toBe(200);
  expect((await api.database.query("select from revoked_tokens")).rowCount).toBe(before);
});

test("a secret that may not be sent as it stands still gets a token", async () => {
  const { apiClient, secret } = await dashboard({ mayUseKey: false });
  expect(await statusOf(secret as string)).toBe(401);
  expect(await isTaken(apiClient.id as string, secret as string)).toBe(true);
});

test("a key acts as its client, within its purposes, and x-purpose narrows it", async () => {
  const asked = await api.as("sync")("{ viewer { id audience purposes } }");
  const key = storyKey(STORY_PEOPLE.sync.viewer.id!);
  const query = "{ viewer { id audience purposes } }";
  expect((await withBearer(api, key, query)).data).toEqual(asked.data);
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", "x-purpose": "NEWSLETTER" },
      authorization: `Bearer ${key}`,
    },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { viewer: { purposes: string[] } } };
  expect(data.viewer.purposes).toEqual(["NEWSLETTER"]);
});

test("the last use is shown, to the minute", async () => {
  const { apiClient, secret } = await dashboard();
  const lastUse = async (): Promise<string | null> => {
    const { data } = await api.as("operator")(
      `{ apiClients(first: 1) { nodes { ${CLIENT_FIELDS} } } }`,
    );
    expect(data.apiClients.nodes[0].id).toBe(apiClient.id);
    return data.apiClients.nodes[0].lastUsedAt as string | null;
  };
  expect(await lastUse()).toBeNull();
  expect(await statusOf(secret as string)).toBe(200);
  const first = await lastUse();
  expect(Math.abs(Date.parse(first!) - Date.now())).toBeLessThan(WITHIN_MS);
  const token = await tokenOf(api, apiClient.id as string, secret as string);
  expect(await statusOf(token)).toBe(200);
  expect(await lastUse()).toBe(first);
  await api.database.query(
    "update api_clients set last_used_at = last_used_at - interval '61 seconds' where id = $1",
    [apiClient.id],
  );
  expect(await statusOf(await tokenOf(api, apiClient.id as string, secret as string))).toBe(200);
  expect(Date.parse((await lastUse())!)).toBeGreaterThan(Date.parse(first!) - 1);
});
