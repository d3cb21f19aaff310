// The privacy officer keeps providers and records agreements; from then on operators may make a client for them.
import { STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const provide = async (input: object) =>
  (
    await api.as("privacy")(
      `mutation ($input: ServiceProviderCreateInput!) { serviceProviderCreate(input: $input) {
        serviceProvider { id name service agreements { totalCount } } userErrors { code field } } }`,
      { input },
    )
  ).data.serviceProviderCreate;
const agree = async (input: object) =>
  (
    await api.as("privacy")(
      `mutation ($input: ProviderAgreementCreateInput!) { providerAgreementCreate(input: $input) {
        agreement { id kinds purposes inForceFrom endedAt } userErrors { code field } } }`,
      { input },
    )
  ).data.providerAgreementCreate;
const namesForOperator = async (): Promise<string[]> =>
  (
    await api.as("operator")("{ serviceProviders { nodes { name } } }")
  ).data.serviceProviders.nodes.map(({ name }: { name: string }) => name);
const NEWSLETTER = { kinds: ["SUBSCRIBER"], purposes: ["NEWSLETTER"] };

test("a provider is kept, and known to operators once an agreement is in force", async () => {
  const { serviceProvider } = await provide({ name: " Postmoor ", service: "Prints letters" });
  expect(serviceProvider).toMatchObject({
    ...{ name: "Postmoor", service: "Prints letters", agreements: { totalCount: 0 } },
  });
  expect(await namesForOperator()).not.toContain("Postmoor");
  const { agreement } = await agree({ serviceProviderId: serviceProvider.id, ...NEWSLETTER });
  expect(agreement).toEqual({
    ...{ id: expect.any(String), ...NEWSLETTER },
    ...{ inForceFrom: expect.any(String), endedAt: null },
  });
  expect(await namesForOperator()).toContain("Postmoor");
  const { rows } = await api.database.query(
    `select operation, purpose, fields from audit_entries where subject_ids && $1 order by recorded_at`,
    [[serviceProvider.id, agreement.id]],
  );
  expect(rows).toEqual([
    {
      operation: "serviceProviderCreate",
      purpose: "LEGAL_OBLIGATIONS",
      fields: ["name", "service"],
    },
    {
      operation: "providerAgreementCreate",
      purpose: "LEGAL_OBLIGATIONS",
      fields: ["kinds", "purposes"],
    },
  ]);
});

test("a name is taken once, also of two who give it at the same moment", async () => {
  const input = { name: "Twice", service: "Anything" };
  const answers = await Promise.all([provide(input), provide(input)]);
  const refused = answers.filter(({ serviceProvider }) => serviceProvider === null);
  expect(refused).toEqual([
    { serviceProvider: null, userErrors: [{ code: "ALREADY_EXISTS", field: "name" }] },
  ]);
  expect((await provide({ ...input, name: "Lettermill" })).userErrors).toEqual([
    { code: "ALREADY_EXISTS", field: "name" },
  ]);
});

test.each([
  ["without a kind", { kinds: [] }, "INVALID", "kinds"],
  ["without a purpose", { purposes: [] }, "INVALID", "purposes"],
  [
    "of platform users for marketing",
    { kinds: ["PLATFORM_USER"], purposes: ["MARKETING_AND_SALES"] },
    ...(["INVALID", "kinds"] as const),
  ],
  [
    "with a purpose beside that no kind is held for",
    { purposes: ["NEWSLETTER", "CUSTOMER_SUPPORT"] },
    ...(["INVALID", "kinds"] as const),
  ],
  ["with nobody", { serviceProviderId: newId() }, "NOT_FOUND", "serviceProviderId"],
  ["with no uuid", { serviceProviderId: "no uuid" }, "NOT_FOUND", "serviceProviderId"],
])("an agreement %s is refused, and leaves no trace", async (_, change, code, field) => {
  const count = async () =>
    (
      await api.database.query(
        `select (select count(*) from provider_agreements) as agreements,
          (select count(*) from audit_entries where action = 'WRITE') as entries`,
      )
    ).rows[0] as object;
  const before = await count();
  const input = { serviceProviderId: STORY_SERVICE_PROVIDER.id, ...NEWSLETTER, ...change };
  expect(await agree(input)).toEqual({ agreement: null, userErrors: [{ code, field }] });
  expect(await count()).toEqual(before);
});
