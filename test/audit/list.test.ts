// The privacy officer reads the audit: every entry, filtered and paged, and nobody else does.
import { STORY_CUSTOMERS, STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

let api: Api;
const [HARBOUR] = STORY_CUSTOMERS;
const UPDATED = HARBOUR.user.id;

beforeAll(async () => {
  api = await openApi();
  for (let n = 0; n < 12; n++)
    await api.as("support")("{ platformUsers(first: 2) { nodes { id name } } }");
  await api.as("administrator")(
    `mutation { platformUserUpdate(input: { id: "${UPDATED}", name: "Renamed" }) { userErrors { code } } }`,
  );
  await api.as("marketing")("{ platformUsers { totalCount } }");
});
afterAll(() => api.close());

type Entry = {
  id: string;
  action: string;
  audience: string;
  viewerId: string;
  operation: string;
  subjectIds: string[];
};
async function list(filter: object = {}, first = 100, after: string | null = null) {
  const { data, errors } = await api.as("privacy")(
    `query ($filter: AuditEntryFilter, $first: Int!, $after: String) {
      auditEntries(filter: $filter, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id recordedAt action audience viewerId customerId serviceProviderId purpose operation
          subjectKind fields subjectIds firstChange lastChange rowCount requestId } } }`,
    { filter, first, after },
  );
  expect(errors).toBeUndefined();
  return data.auditEntries as {
    totalCount: number;
    nodes: Entry[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

test("pages go through every entry once, the latest first", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from audit_entries order by id desc",
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof list>> = await list({}, 4, after);
    seen.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(rows.map(({ id }) => id));
});

test("an entry says who, why, what and whom", async () => {
  const { nodes } = await list({ operation: "platformUserUpdate", action: "WRITE" });
  expect(nodes).toMatchObject([
    {
      ...{ action: "WRITE", audience: "ACCOUNT_ADMINISTRATOR", purpose: "SERVICE_PERFORMANCE" },
      ...{ viewerId: HARBOUR.administrator.id, customerId: HARBOUR.id, serviceProviderId: null },
      ...{ subjectKind: "PLATFORM_USER", subjectIds: [UPDATED], fields: ["name"], rowCount: 1 },
    },
  ]);
});

test("each filter narrows, and together they narrow more", async () => {
  const support = STORY_PEOPLE.support.viewer.id!;
  const bySupport = await list({ audience: "SUPPORT" });
  expect(bySupport.totalCount).toBe(12);
  expect((await list({ viewerId: support })).nodes).toEqual(bySupport.nodes);
  expect((await list({ action: "DENIED" })).nodes).toMatchObject([
    { audience: "MARKETING", operation: "platformUsers" },
  ]);
  const [subjectId] = bySupport.nodes[0]!.subjectIds;
  const about = await list({ subjectId, audience: "SUPPORT" });
  expect(about.totalCount).toBe(12);
  for (const { subjectIds } of about.nodes) expect(subjectIds).toContain(subjectId);
  expect((await list({ subjectId, audience: "MARKETING" })).nodes).toEqual([]);
  for (const none of [
    { viewerId: "no uuid" },
    { subjectId: "no uuid" },
    { operation: "no such" },
    { operation: "a\u0000" },
    { audience: "\u0000" },
  ])
    expect((await list(none)).totalCount).toBe(0);
});

test.each(["support", "marketing", "operator", "administrator", "user", "dashboard"] as const)(
  "%s has no field for the audit",
  async (role) => {
    const { data, errors } = await api.as(role)("{ auditEntries { totalCount } }");
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe('Cannot query field "auditEntries" on type "Query".');
  },
);
