// The privacy officer sees who processes on our behalf and what left to them, and ends what lets it.
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { startWorker } from "../../src/worker";
import { CHANGES, numbered, pullAll } from "../contact-sync/tool";
import { type Api, openApi } from "../setup/api";
import { withBearer } from "../setup/clients";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const officer = (query: string, variables: object = {}) => api.as("privacy")(query, variables);
const END = `mutation ($id: ID!) { providerAgreementEnd(input: { id: $id }) {
  agreement { id endedAt } userErrors { code field message } } }`;
const providers = async () => {
  const { data } = await officer(`{ serviceProviders { nodes { id name service
    agreements { nodes { id kinds purposes inForceFrom endedAt } }
    disclosures(first: 2) { totalCount nodes { viewerId purposes fields firstChange lastChange contactCount } } } } }`);
  return data.serviceProviders.nodes;
};
const entries = async () =>
  (
    await api.database.query(
      "select audience, purpose, fields, subject_ids from audit_entries where operation = 'providerAgreementEnd'",
    )
  ).rows;

test("providers come with their agreements, and with the Disclosures of what was pulled", async () => {
  const worker = await startWorker(api.config);
  try {
    await numbered(api.database);
    const { pulls } = await pullAll(api.as("sync"), null, { first: 500 });
    const nodes = await providers();
    expect(nodes.map(({ name }: { name: string }) => name)).toEqual([
      "Formerly Mail",
      "Lettermill",
      "Quillpost",
    ]);
    const [formerly, lettermill] = nodes;
    expect(formerly.agreements.nodes).toMatchObject([{ endedAt: expect.any(String) }]);
    expect(formerly.disclosures).toEqual({ totalCount: 0, nodes: [] });
    expect(lettermill).toMatchObject({
      id: STORY_SERVICE_PROVIDER.id,
      agreements: {
        nodes: [
          {
            kinds: ["PROSPECT", "SUBSCRIBER"],
            purposes: ["MARKETING_AND_SALES", "NEWSLETTER"],
            endedAt: null,
          },
        ],
      },
      disclosures: {
        totalCount: pulls,
        nodes: [{ viewerId: STORY_PEOPLE.sync.viewer.id }, {}],
      },
    });
  } finally {
    await worker.close();
  }
});

test("an agreement that has ended lets nothing out from the next pull on, and ends once only", async () => {
  const lettermill = (await providers()).find(
    ({ id }: { id: string }) => id === STORY_SERVICE_PROVIDER.id,
  );
  const [{ id }] = lettermill.agreements.nodes;
  const token = api.token(STORY_PEOPLE.sync.viewer);
  expect((await withBearer(api, token, "{ viewer { id } }")).status).toBe(200);
  const ended = await officer(END, { id });
  expect(ended.data.providerAgreementEnd).toEqual({
    agreement: { id, endedAt: expect.any(String) },
    userErrors: [],
  });
  expect((await officer(END, { id })).text).toBe(ended.text);
  expect(await entries()).toEqual([
    {
      audience: "PRIVACY_OFFICER",
      purpose: "LEGAL_OBLIGATIONS",
      fields: ["endedAt"],
      subject_ids: [id],
    },
  ]);

  const { disclosures } = lettermill;
  // who it is is still believed, and the agreement is asked for all the same
  const { data, errors } = await withBearer(api, token, CHANGES, { first: 10 });
  expect(data).toEqual({ contactChanges: null });
  expect(errors?.[0]?.extensions.code).toBe("NO_AGREEMENT");
  expect((await api.as("sync")(CHANGES, { first: 10 })).status).toBe(401);
  const after = (await providers()).find(
    ({ id: each }: { id: string }) => each === STORY_SERVICE_PROVIDER.id,
  );
  expect(after.disclosures.totalCount).toBe(disclosures.totalCount);
});

test.each(["01990000-0000-7000-8000-ffffffffffff", "no uuid"])(
  "an agreement %s is not found, and leaves no trace",
  async (id) => {
    const before = await entries();
    const { data } = await officer(END, { id });
    expect(data.providerAgreementEnd).toMatchObject({
      agreement: null,
      userErrors: [{ code: "NOT_FOUND", field: "id" }],
    });
    expect(await entries()).toEqual(before);
  },
);

test.each([
  ["support", "{ serviceProviders { nodes { id } } }"],
  ["administrator", "{ serviceProviders { nodes { id } } }"],
  ["intake", "{ serviceProviders { nodes { id } } }"],
  ["marketing", "{ serviceProviders { nodes { agreements { totalCount } } } }"],
] as const)("%s has no field for what was agreed with providers", async (role, query) => {
  const answers = [
    await api.as(role)(query),
    await api.as(role)(END, { id: STORY_SERVICE_PROVIDER.id }),
  ];
  for (const { errors } of answers)
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});
