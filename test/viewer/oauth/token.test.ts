// Access tokens for clients: both ways to prove oneself, purposes narrowed, and one answer to whoever can't.
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../../seeds/story-people";
import { newClientSecret } from "../../../src/viewer/clients/secret";
import { newId } from "../../../src/database/uuid";
import { type Api, openApi } from "../../setup/api";
import { basic, createClient, sendForm, tokenOf, withBearer } from "../../setup/clients";

let api: Api;
let id: string;
let secret: string;
beforeAll(async () => {
  api = await openApi();
  const input = { audience: "CONTACT_SYNC", serviceProviderId: STORY_SERVICE_PROVIDER.id };
  const made = await createClient(api, { name: "Lettermill", ...input });
  ({ id } = made.apiClient);
  ({ secret } = made);
});
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from sign_in_rates"));

const GRANT = { grant_type: "client_credentials" };
const ask = (fields: Record<string, string> | string, headers?: Record<string, string>) =>
  sendForm(api, "/oauth/token", fields, headers);
const purposesOf = async (token: string) =>
  (await withBearer(api, token, "{ viewer { id purposes } }")).data.viewer;
const entries = async () =>
  (
    await api.database.query(
      "select action, audience, viewer_id, purpose from audit_entries where operation = 'oauthToken' order by id desc",
    )
  ).rows;

test.each([
  ["in the header", () => ask(GRANT, basic(id, secret))],
  ["in the form", () => ask({ ...GRANT, client_id: id, client_secret: secret })],
  [
    "in the header, with its name in the form",
    () => ask({ ...GRANT, client_id: id }, basic(id, secret)),
  ],
])("a client proves itself %s", async (_, send) => {
  const { status, headers, body } = await send();
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("content-type")).toContain("application/json");
  expect(body).toEqual({
    ...{ access_token: expect.any(String), token_type: "Bearer", expires_in: 600 },
    scope: "MARKETING_AND_SALES NEWSLETTER",
  });
  expect(await purposesOf(body.access_token as string)).toEqual({
    id,
    purposes: ["MARKETING_AND_SALES", "NEWSLETTER"],
  });
  expect((await entries())[0]).toEqual({
    ...{ action: "WRITE", audience: "CONTACT_SYNC", viewer_id: id, purpose: "SECURITY" },
  });
});

test("scope narrows the token, and an empty one is none", async () => {
  const narrowed = await ask({ ...GRANT, scope: "NEWSLETTER" }, basic(id, secret));
  expect(narrowed.body.scope).toBe("NEWSLETTER");
  expect((await purposesOf(narrowed.body.access_token as string)).purposes).toEqual(["NEWSLETTER"]);
  const whole = await ask({ ...GRANT, scope: "" }, basic(id, secret));
  expect(whole.body.scope).toBe("MARKETING_AND_SALES NEWSLETTER");
});

const refusal = (status: number, error: string) => ({
  status,
  body: { error, error_description: expect.any(String) },
});

test.each([
  "CUSTOMER_SUPPORT",
  "NEWSLETTER CUSTOMER_SUPPORT",
  "newsletter",
  "NEWSLETTER  SECURITY",
])("the scope «%s» is refused", async (scope) => {
  expect(await ask({ ...GRANT, scope }, basic(id, secret))).toMatchObject(
    refusal(400, "invalid_scope"),
  );
});

test("what can't be a request is refused in the standard's words", async () => {
  const proof = basic(id, secret);
  const given = { client_id: id, client_secret: secret };
  expect(await ask({}, proof)).toMatchObject(refusal(400, "invalid_request"));
  expect(await ask({ grant_type: "password" }, proof)).toMatchObject(
    refusal(400, "unsupported_grant_type"),
  );
  expect(await ask({ ...GRANT, ...given }, proof)).toMatchObject(refusal(400, "invalid_request"));
  expect(await ask({ ...GRANT, client_id: newId() }, proof)).toMatchObject(
    refusal(400, "invalid_request"),
  );
  const twice = "grant_type=client_credentials&grant_type=client_credentials";
  expect(await ask(twice, proof)).toMatchObject(refusal(400, "invalid_request"));
  const json = { ...proof, "content-type": "application/json" };
  expect(await ask(GRANT, json)).toMatchObject(refusal(415, "invalid_request"));
  const foreign = { ...proof, origin: "https://elsewhere.example" };
  expect(await ask(GRANT, foreign)).toMatchObject(refusal(403, "invalid_request"));
  const large = { ...GRANT, scope: "x".repeat(10_000) };
  expect(await ask(large, proof)).toMatchObject(refusal(413, "invalid_request"));
});

test("a wrong secret, an unknown client and one that may act no more get the same answer", async () => {
  const { apiClient: expired, secret: expiredSecret } = await createClient(api, {
    ...{ name: "Old wallboard", audience: "DASHBOARD" },
  });
  await api.database.query("update api_clients set expires_at = now() where id = $1", [expired.id]);
  const { apiClient: distant, secret: distantSecret } = await createClient(api, {
    ...{ name: "Wallboard elsewhere", audience: "DASHBOARD", networks: ["203.0.113.0/24"] },
  });
  const before = (await entries()).length;
  const answers = await Promise.all([
    ask(GRANT, basic(id, newClientSecret())),
    ask(GRANT, basic(newId(), secret)),
    ask(GRANT, basic(newId(), newClientSecret())),
    ask(GRANT, basic(expired.id, expiredSecret)),
    ask(GRANT, basic(distant.id, distantSecret)),
    ask(GRANT, basic(expired.id, secret)),
    ask({ ...GRANT, client_id: id, client_secret: newClientSecret() }),
  ]);
  for (const answer of answers) {
    expect(answer).toMatchObject(refusal(401, "invalid_client"));
    expect(answer.body).toEqual(answers[0]?.body);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Basic realm=/);
  }
  const refused = await entries();
  expect(refused).toHaveLength(before + answers.length);
  expect(refused[0]).toEqual({
    ...{ action: "DENIED", audience: "PUBLIC", viewer_id: null, purpose: "SECURITY" },
  });
});

test.each([
  ["a secret with a wrong checksum", () => basic(id, `${secret.slice(0, -1)}_`)],
  ["an empty secret", () => basic(id, "")],
  ["three parts", () => basic(`${id}:${id}`, secret)],
  ["a broken percent sign", () => basic(id, "%zz")],
  ["another scheme", () => ({ authorization: `Bearer ${secret}` })],
  ["nothing", () => ({})],
])("%s is refused without a look into the database", async (_, headers) => {
  const tries = async () =>
    (
      await api.database.query(
        "select (select count(*) from sign_in_rates) as rates, (select count(*) from audit_entries) as entries",
      )
    ).rows[0] as object;
  const before = await tries();
  expect(await ask(GRANT, headers())).toMatchObject(refusal(401, "invalid_client"));
  expect(await tries()).toEqual(before);
});

test("a network that tries too often waits, and a client that asks too often too, whom no stranger can lock out", async () => {
  const bySix = Array.from({ length: 6 });
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(bySix.map(() => ask(GRANT, basic(id, newClientSecret()))));
  }
  expect((await ask(GRANT, basic(id, secret))).status).toBe(200);
  await api.database.query("update sign_in_rates set tries = 300");
  const limited = await ask(GRANT, basic(newId(), newClientSecret()));
  expect(limited).toMatchObject(refusal(429, "temporarily_unavailable"));
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(800);
});

test("a client made for the newsletter sees subscribers and no prospect", async () => {
  const made = await createClient(api, {
    ...{ name: "Lettermill, newsletter", audience: "CONTACT_SYNC", scopes: ["NEWSLETTER"] },
    serviceProviderId: STORY_SERVICE_PROVIDER.id,
  });
  await api.database.query(
    "insert into feed (change_number, subject_kind, subject_id) select tid, subject_kind, subject_id from outbox",
  );
  const kinds = async (token: string) => {
    const { data } = await withBearer(
      api,
      token,
      "{ contactChanges(first: 1000) { nodes { kind } } }",
    );
    return new Set(data.contactChanges.nodes.map(({ kind }: { kind: string }) => kind));
  };
  const narrow = await tokenOf(api, made.apiClient.id as string, made.secret as string);
  expect(await kinds(narrow)).toEqual(new Set(["SUBSCRIBER"]));
  expect(await kinds(await tokenOf(api, id, secret))).toEqual(new Set(["PROSPECT", "SUBSCRIBER"]));
  const wider = { ...GRANT, scope: "MARKETING_AND_SALES" };
  expect(await ask(wider, basic(made.apiClient.id as string, made.secret as string))).toMatchObject(
    refusal(400, "invalid_scope"),
  );
});

test("intake made for performing the service records activities and no interaction", async () => {
  const made = await createClient(api, {
    ...{
      name: "Platform",
      audience: "INTAKE",
      source: "PLATFORM",
      scopes: ["SERVICE_PERFORMANCE"],
    },
  });
  const token = await tokenOf(api, made.apiClient.id as string, made.secret as string);
  const occurredAt = "2026-10-01T08:00:00Z";
  const { platformUserId, customerId } = {
    platformUserId: STORY_PEOPLE.user.viewer.id,
    customerId: STORY_PEOPLE.user.viewer.customerId,
  };
  const activity = await withBearer(
    api,
    token,
    "mutation ($input: ActivityRecordInput!) { activityRecord(input: $input) { recorded } }",
    {
      input: {
        activities: [
          { sourceId: "a", customerId, platformUserId, kind: "CALL_REVIEWED", occurredAt },
        ],
      },
    },
  );
  expect(activity.data.activityRecord.recorded).toBe(1);
  const interaction = await withBearer(
    api,
    token,
    "mutation ($input: InteractionRecordInput!) { interactionRecord(input: $input) { recorded } }",
    { input: { interactions: [{ sourceId: "b", kind: "SITE", occurredAt }] } },
  );
  expect(interaction.errors?.[0]?.extensions.code).toBe("PURPOSE_NOT_ALLOWED");
  const { rows } = await api.database.query("select from interactions where source_id = 'b'");
  expect(rows).toEqual([]);
});

test("a connector has no purpose of ours, and no scope", async () => {
  const connector = { audience: "CONNECTOR", customerId: STORY_PEOPLE.user.viewer.customerId };
  const made = await createClient(api, { name: "Telephone system", ...connector });
  const proof = basic(made.apiClient.id as string, made.secret as string);
  const { body } = await ask(GRANT, proof);
  expect(body).not.toHaveProperty("scope");
  expect((await purposesOf(body.access_token as string)).purposes).toEqual([]);
  expect(await ask({ ...GRANT, scope: "SECURITY" }, proof)).toMatchObject(
    refusal(400, "invalid_scope"),
  );
});

test("client libraries find where to ask", async () => {
  const response = await fetch(`${api.address}/.well-known/oauth-authorization-server`);
  expect(response.status).toBe(200);
  const methods = ["client_secret_basic", "client_secret_post"];
  expect(await response.json()).toEqual({
    issuer: "http://localhost:4000",
    token_endpoint: "http://localhost:4000/oauth/token",
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint: "http://localhost:4000/oauth/revoke",
    revocation_endpoint_auth_methods_supported: methods,
    jwks_uri: "http://localhost:4000/.well-known/jwks.json",
    grant_types_supported: ["client_credentials"],
    response_types_supported: [],
    scopes_supported: [
      ...["MARKETING_AND_SALES", "NEWSLETTER", "SERVICE_PERFORMANCE", "SERVICE_IMPROVEMENT"],
    ],
  });
});
