// An agreement is ended three times at the same moment, and a tool pulls meanwhile.
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { seedId } from "../../seeds/records";
import { startWorker } from "../../src/worker";
import { CHANGES, numbered } from "../contact-sync/tool";
import { type Answer, type Api, openApi } from "../setup/api";
import { withBearer } from "../setup/clients";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const END = `mutation ($id: ID!) { providerAgreementEnd(input: { id: $id }) {
  agreement { id endedAt } userErrors { code } } }`;

test("providers come in pages, by name", async () => {
  const names: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 4; pages += 1) {
    const { data }: Answer = await api.as("privacy")(
      `query ($after: String) { serviceProviders(first: 1, after: $after) {
        totalCount nodes { name agreements(first: 1) { totalCount } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const { totalCount, nodes, pageInfo } = data.serviceProviders;
    expect(totalCount).toBe(3);
    expect(nodes).toMatchObject([{ agreements: { totalCount: 1 } }]);
    names.push(nodes[0].name);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(names).toEqual(["Formerly Mail", "Lettermill", "Quillpost"]);
});

test("two ends at the same moment are one end with one entry, and no pull goes through after it", async () => {
  const worker = await startWorker(api.config);
  await numbered(api.database);
  await worker.close();
  const id = seedId("agreement", 1);
  const token = api.token(STORY_PEOPLE.sync.viewer);
  const pulls: Promise<Answer>[] = [];
  const pull = () => pulls.push(withBearer(api, token, CHANGES, { first: 10 }));
  pull();
  pull();
  const ends = await Promise.all(Array.from({ length: 3 }, () => api.as("privacy")(END, { id })));
  const late = await withBearer(api, token, CHANGES, { first: 10 });
  expect(new Set(ends.map(({ text }) => text)).size).toBe(1);
  expect(ends[0]?.data.providerAgreementEnd).toEqual({
    agreement: { id, endedAt: expect.any(String) },
    userErrors: [],
  });
  expect(late.errors?.[0]?.extensions.code).toBe("NO_AGREEMENT");

  const shown = (await Promise.all(pulls)).filter(({ data }) =>
    data.contactChanges?.nodes.some(({ contact }: { contact: object | null }) => contact),
  );
  const { rows } = await api.database.query(
    `select (select count(*)::int from audit_entries where operation = 'providerAgreementEnd') as entries,
       (select count(*)::int from disclosures where service_provider_id = $1) as disclosures`,
    [STORY_SERVICE_PROVIDER.id],
  );
  expect(rows).toEqual([{ entries: 1, disclosures: shown.length }]);
});

test("an agreement that ended long ago keeps its end, and leaves no entry", async () => {
  const id = seedId("agreement", 3);
  const endOf = async () =>
    (await api.database.query("select ended_at from provider_agreements where id = $1", [id]))
      .rows[0] as { ended_at: Date };
  const before = await endOf();
  const { data } = await api.as("privacy")(END, { id });
  expect(new Date(data.providerAgreementEnd.agreement.endedAt as string)).toEqual(before.ended_at);
  expect(await endOf()).toEqual(before);
  const { rowCount } = await api.database.query(
    "select from audit_entries where operation = 'providerAgreementEnd' and $1 = any (subject_ids)",
    [id],
  );
  expect(rowCount).toBe(0);
});

test("an agreement that is yet to begin ends before it has begun", async () => {
  const id = "01990000-0000-7000-8000-0000000009a1";
  await api.database.query(
    `insert into provider_agreements (id, service_provider_id, kinds, purposes, in_force_from)
     values ($1, $2, '{SUBSCRIBER}', '{NEWSLETTER}', now() + interval '30 days')`,
    [id, STORY_SERVICE_PROVIDER.id],
  );
  const { data } = await api.as("privacy")(END, { id });
  expect(data.providerAgreementEnd.userErrors).toEqual([]);
  const { rows } = await api.database.query(
    "select ended_at = in_force_from as never from provider_agreements where id = $1",
    [id],
  );
  expect(rows).toEqual([{ never: true }]);
});
