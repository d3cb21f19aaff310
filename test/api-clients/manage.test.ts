// Operators make clients, change their secrets and revoke them; the privacy officer sees; nobody else knows of them.
import { seedId } from "../../seeds/records";
import { STORY_CUSTOMERS, STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import { isClientSecret } from "../../src/viewer/clients/secret";
import { type Api, openApi } from "../setup/api";
import { changeClient, CLIENT_FIELDS, createClient } from "../setup/clients";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const DASHBOARD = { name: "Wallboard", audience: "DASHBOARD" };
const entriesOf = async (id: string) =>
  (
    await api.database.query(
      `select operation, audience, purpose, subject_kind, fields from audit_entries
       where $1 = any (subject_ids) and action = 'WRITE' order by recorded_at`,
      [id],
    )
  ).rows;
const hashes = async (id: string) =>
  (
    await api.database.query<{ hash: Buffer }>(
      "select secret_hash as hash from api_client_secrets where client_id = $1 order by id",
      [id],
    )
  ).rows.map(({ hash }) => hash);

test("a client is made with its reach, purposes, networks and time, and its secret is shown once", async () => {
  const { apiClient, secret, userErrors } = await createClient(api, {
    ...{ name: " Lettermill, newsletter ", audience: "CONTACT_SYNC", scopes: ["NEWSLETTER"] },
    serviceProviderId: STORY_SERVICE_PROVIDER.id,
    networks: ["203.0.113.7/24", "2001:db8::/48"],
  });
  expect(userErrors).toEqual([]);
  expect(isClientSecret(secret)).toBe(true);
  expect(apiClient).toMatchObject({
    ...{ audience: "CONTACT_SYNC", name: "Lettermill, newsletter", scopes: ["NEWSLETTER"] },
    ...{ serviceProviderId: STORY_SERVICE_PROVIDER.id, customerId: null, source: null },
    ...{ networks: ["203.0.113.0/24", "2001:db8::/48"], mayUseKey: false, lastUsedAt: null },
    ...{ createdBy: STORY_PEOPLE.operator.viewer.id, revokedAt: null },
    secrets: { nodes: [{ endedAt: null }] },
  });
  const days = (Date.parse(apiClient.expiresAt as string) - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(365, 2);
  expect(await entriesOf(apiClient.id)).toEqual([
    {
      ...{ operation: "apiClientCreate", audience: "OPERATOR", purpose: "SECURITY" },
      ...{ subject_kind: "API_CLIENT", fields: [] },
    },
  ]);
  const [hash] = await hashes(apiClient.id);
  expect(hash).toHaveLength(32);
  const seen = await api.as("operator")(`{ apiClients(first: 1) { nodes { ${CLIENT_FIELDS} } } }`);
  expect(seen.data.apiClients.nodes).toEqual([apiClient]);
  expect(seen.text).not.toContain(secret);
});

const FORMER_PROVIDER = seedId("provider", 3);
test.each<[string, object, { code: string; field: string }[]]>([
  ["a name that is empty", { name: " " }, [{ code: "REQUIRED", field: "name" }]],
  [
    "contact sync without a provider",
    { audience: "CONTACT_SYNC" },
    [{ code: "REQUIRED", field: "serviceProviderId" }],
  ],
  [
    "a provider whose agreement has ended",
    { audience: "CONTACT_SYNC", serviceProviderId: FORMER_PROVIDER },
    [{ code: "NO_AGREEMENT", field: "serviceProviderId" }],
  ],
  [
    "a provider whom nobody knows",
    { audience: "CONTACT_SYNC", serviceProviderId: newId() },
    [{ code: "NO_AGREEMENT", field: "serviceProviderId" }],
  ],
  [
    "a provider that can't be one",
    { audience: "CONTACT_SYNC", serviceProviderId: "no uuid" },
    [{ code: "NO_AGREEMENT", field: "serviceProviderId" }],
  ],
  [
    "a connector with a provider in place of its customer",
    { audience: "CONNECTOR", serviceProviderId: STORY_SERVICE_PROVIDER.id },
    [
      { code: "INVALID", field: "serviceProviderId" },
      { code: "REQUIRED", field: "customerId" },
    ],
  ],
  [
    "a connector of a customer whom nobody knows",
    { audience: "CONNECTOR", customerId: newId() },
    [{ code: "NOT_FOUND", field: "customerId" }],
  ],
  [
    "intake from a source in lower case",
    { audience: "INTAKE", source: "website" },
    [{ code: "INVALID", field: "source" }],
  ],
  ["a dashboard with a source", { source: "WEBSITE" }, [{ code: "INVALID", field: "source" }]],
  [
    "a purpose that its audience never acts for",
    { scopes: ["MARKETING_AND_SALES"] },
    [{ code: "INVALID", field: "scopes" }],
  ],
  ["no purpose at all", { scopes: [] }, [{ code: "INVALID", field: "scopes" }]],
  [
    "a purpose twice",
    { scopes: ["SERVICE_IMPROVEMENT", "SERVICE_IMPROVEMENT"] },
    [{ code: "INVALID", field: "scopes" }],
  ],
  ...["300.1.1.1", "10.0.0.0/33", "::/129", "office", "fe80::1%eth0", "10.0.0.1/24/8", ""].map(
    (network): [string, object, { code: string; field: string }[]] => [
      `the network «${network}»`,
      { networks: ["10.0.0.0/8", network] },
      [{ code: "INVALID", field: "networks" }],
    ],
  ),
  [
    "a time that is over",
    { expiresAt: "2020-01-01T00:00:00Z" },
    [{ code: "INVALID", field: "expiresAt" }],
  ],
  [
    "a time beyond two years",
    { expiresAt: "2999-01-01T00:00:00Z" },
    [{ code: "INVALID", field: "expiresAt" }],
  ],
])("%s is refused, and leaves no trace", async (_, change, expected) => {
  const count = async () =>
    (
      await api.database.query(
        `select (select count(*) from api_clients) as clients, (select count(*) from api_client_secrets) as secrets,
           (select count(*) from audit_entries where action = 'WRITE') as entries`,
      )
    ).rows[0] as object;
  const before = await count();
  const { apiClient, secret, userErrors } = await createClient(api, { ...DASHBOARD, ...change });
  expect({ apiClient, secret }).toEqual({ apiClient: null, secret: null });
  expect(userErrors).toMatchObject(expected);
  expect(userErrors).toHaveLength(expected.length);
  expect(await count()).toEqual(before);
});

test("a second secret lets the first go on for seven days; a third has to wait", async () => {
  const { apiClient, secret } = await createClient(api, DASHBOARD);
  const added = await changeClient(api, "apiClientSecretAdd", apiClient.id);
  expect(isClientSecret(added.secret)).toBe(true);
  expect(added.secret).not.toBe(secret);
  const [second, first] = added.apiClient.secrets.nodes;
  expect(second.endedAt).toBeNull();
  expect((Date.parse(first.endedAt) - Date.now()) / 86_400_000).toBeCloseTo(7, 2);

  const third = await changeClient(api, "apiClientSecretAdd", apiClient.id);
  expect(third).toMatchObject({ secret: null, userErrors: [{ code: "CONFLICT", field: "id" }] });
  expect(await hashes(apiClient.id)).toHaveLength(2);

  const ended = await changeClient(api, "apiClientSecretEnd", first.id);
  expect(Date.parse(ended.apiClient.secrets.nodes[1].endedAt)).toBeLessThanOrEqual(Date.now());
  expect(await changeClient(api, "apiClientSecretEnd", first.id)).toEqual(ended);
  expect((await changeClient(api, "apiClientSecretAdd", apiClient.id)).userErrors).toEqual([]);
  expect((await entriesOf(apiClient.id)).map(({ operation }) => operation as string)).toEqual([
    ...["apiClientCreate", "apiClientSecretAdd", "apiClientSecretEnd", "apiClientSecretAdd"],
  ]);
});

test("of ten secrets added at once one is made", async () => {
  const { apiClient } = await createClient(api, DASHBOARD);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => changeClient(api, "apiClientSecretAdd", apiClient.id)),
  );
  expect(answers.filter(({ secret }) => secret !== null)).toHaveLength(1);
  expect(await hashes(apiClient.id)).toHaveLength(2);
});

test("the database too keeps no third live secret, revives none and lets no revocation go", async () => {
  const { apiClient } = await createClient(api, DASHBOARD);
  await changeClient(api, "apiClientSecretAdd", apiClient.id);
  const insert = () =>
    api.database.query(
      "insert into api_client_secrets (id, client_id, secret_hash, ended_at) values ($1, $2, '\\x01', now() + interval '1 day')",
      [newId(), apiClient.id],
    );
  await expect(insert()).rejects.toMatchObject({ constraint: "two_live_secrets" });

  const [live] = (await changeClient(api, "apiClientRevoke", apiClient.id)).apiClient.secrets.nodes;
  await changeClient(api, "apiClientSecretEnd", live.id);
  const asOperator = async (statement: string) => {
    await api.database.query("begin");
    await api.database.query(`set local role audience_operator`);
    await api.database.query(`set local app.viewer = '${STORY_PEOPLE.operator.viewer.id}'`);
    const answer = await api.database.query(statement).catch((error: Error) => error.message);
    await api.database.query("rollback");
    return typeof answer === "string" ? answer : answer.rowCount;
  };
  const secret = `api_client_secrets where id = '${live.id}'`;
  const client = `api_clients where id = '${apiClient.id}'`;
  expect(await asOperator(`select id from ${secret}`)).toBe(1);
  expect(await asOperator(`select secret_hash from ${secret}`)).toContain("permission denied");
  expect(await asOperator(`update ${secret.replace(" where", " set ended_at = null where")}`)).toBe(
    0,
  );
  expect(
    await asOperator(
      `update ${client.replace(" where", " set revoked_at = null, revoked_by = null where")}`,
    ),
  ).toBe(0);
  expect(
    await asOperator(`update ${client.replace(" where", " set networks = '{}' where")}`),
  ).toContain("permission denied");
});

test("a client is revoked once, for good", async () => {
  const { apiClient } = await createClient(api, DASHBOARD);
  const revoked = await changeClient(api, "apiClientRevoke", apiClient.id);
  expect(revoked.apiClient).toMatchObject({
    revokedBy: STORY_PEOPLE.operator.viewer.id,
    revokedAt: expect.any(String),
  });
  expect(await changeClient(api, "apiClientRevoke", apiClient.id)).toEqual(revoked);
  expect(await changeClient(api, "apiClientSecretAdd", apiClient.id)).toMatchObject({
    ...{ secret: null, userErrors: [{ code: "CONFLICT", field: "id" }] },
  });
  expect(await entriesOf(apiClient.id)).toHaveLength(2);
});

test.each(["apiClientSecretAdd", "apiClientSecretEnd", "apiClientRevoke"])(
  "%s finds nothing under an id of something else, or of nothing",
  async (name) => {
    for (const id of [newId(), STORY_CUSTOMERS[0].id, "no uuid"]) {
      const answer = await changeClient(api, name, id);
      expect(answer).toMatchObject({
        ...{ apiClient: null, userErrors: [{ code: "NOT_FOUND", field: "id" }] },
      });
    }
  },
);

test("the privacy officer sees clients and changes none", async () => {
  const ask = api.as("privacy");
  const { data } = await ask(`{ apiClients(first: 100) { nodes { ${CLIENT_FIELDS} } } }`);
  const sync = data.apiClients.nodes.find(
    ({ id }: { id: string }) => id === STORY_PEOPLE.sync.viewer.id,
  );
  expect(sync).toMatchObject({ audience: "CONTACT_SYNC", secrets: { nodes: [{ endedAt: null }] } });
  const refused = await ask(
    `mutation { apiClientRevoke(input: { id: "${sync.id}" }) { apiClient { id } } }`,
  );
  expect(refused.errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});

test.each(["support", "marketing", "administrator", "user", "sync", "dashboard"] as const)(
  "%s knows of no clients",
  async (role) => {
    const { errors } = await api.as(role)("{ apiClients { nodes { id } } }");
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  },
);

test("an operator sees the names of providers with an agreement in force, and nothing more of them", async () => {
  const ask = api.as("operator");
  const { data } = await ask("{ serviceProviders { nodes { id name } totalCount } }");
  expect(data.serviceProviders).toEqual({
    nodes: [
      { id: STORY_SERVICE_PROVIDER.id, name: "Lettermill" },
      { id: seedId("provider", 2), name: "Quillpost" },
    ],
    totalCount: 2,
  });
  for (const field of ["service", "createdAt", "agreements { totalCount }"]) {
    const { errors } = await ask(`{ serviceProviders { nodes { ${field} } } }`);
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  }
});
