// Who looked at me, and at what is my company's: when, in which role, for which purpose, which fields, by which rule.
import { STORY_CUSTOMERS, STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";
import { sealNow } from "./seal-now";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;
const FEED = `nodes { id action audience purpose operation subjectKind fields rule }`;

const feedOf = async (role: "user" | "administrator", more = "", fields = FEED) => {
  await sealNow(api.config);
  const { data, errors } = await api.as(role)(`{ accessFeed(first: 50${more}) { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.accessFeed.nodes;
};

test("a user hears that support looked, and revealed an address, and by which rule", async () => {
  const before = (await feedOf("user")).length;
  await api.as("support")(`{ platformUser(id: "${HARBOUR.user.id}") { name jobTitle } }`);
  await api.as("support")(
    `mutation { revealEmailAddress(input: { kind: PLATFORM_USER, id: "${HARBOUR.user.id}" }) { emailAddress } }`,
  );
  await api.as("support")(`{ platformUser(id: "${BLUEBELL.user.id}") { name } }`);
  const feed = await feedOf("user");
  expect(feed.length).toBe(before + 2);
  const rule =
    "Support reaches companies, their contacts and users; for CUSTOMER_SUPPORT, on legitimate interests.";
  expect(feed.slice(0, 2)).toEqual([
    {
      ...{ id: expect.any(String), action: "REVEAL", audience: "SUPPORT" },
      ...{ purpose: "CUSTOMER_SUPPORT", operation: "revealEmailAddress" },
      ...{ subjectKind: "PLATFORM_USER", fields: ["emailAddress"], rule },
    },
    {
      ...{ id: expect.any(String), action: "READ", audience: "SUPPORT" },
      ...{ purpose: "CUSTOMER_SUPPORT", operation: "platformUser" },
      ...{ subjectKind: "PLATFORM_USER", fields: ["id", "customerId", "name", "jobTitle"], rule },
    },
  ]);
});

test("what a user did is no news to that user", async () => {
  const before = (await feedOf("user")).length;
  await api.as("user")("{ me { name } }");
  expect((await feedOf("user")).length).toBe(before);
});

test("of a list with everybody in it each company sees its own part, and a user that it was among them", async () => {
  const { data } = await api.as("support")("{ platformUsers(first: 100) { nodes { id } } }");
  const shown = (data.platformUsers.nodes as { id: string }[]).map(({ id }) => id);
  const { rows } = await api.database.query<{ id: string }>(
    "select id from platform_users where customer_id = $1 and id = any ($2) order by id",
    [HARBOUR.id, shown],
  );
  expect(rows.length).toBeGreaterThan(5);
  const [latest] = await feedOf("administrator", "", `${FEED.slice(0, -1)} subjectIds number }`);
  expect(latest).toMatchObject({ audience: "SUPPORT", operation: "platformUsers" });
  expect(latest.subjectIds.toSorted()).toEqual(rows.map(({ id }) => id));
  const bluebell = {
    ...STORY_PEOPLE.administrator.viewer,
    ...{ id: BLUEBELL.administrator.id, customerId: BLUEBELL.id },
  };
  const theirs = (
    await api.asViewer(bluebell)("{ accessFeed(first: 1) { nodes { id subjectIds number } } }")
  ).data.accessFeed.nodes[0];
  expect(theirs.id).toBe(latest.id);
  expect(theirs.subjectIds.filter((id: string) => latest.subjectIds.includes(id))).toEqual([]);
});

test("an administrator asks about one user, or one role; pages go on where they ended", async () => {
  for (let n = 0; n < 5; n += 1)
    await api.as("support")(`{ platformUser(id: "${HARBOUR.user.id}") { phone } }`);
  const about = await feedOf(
    "administrator",
    `, filter: { subjectId: "${HARBOUR.user.id}", audience: "SUPPORT", action: READ }`,
    "nodes { subjectIds audience action }",
  );
  expect(about.length).toBeGreaterThanOrEqual(5);
  for (const each of about) {
    expect(each).toMatchObject({ audience: "SUPPORT", action: "READ" });
    expect(each.subjectIds).toContain(HARBOUR.user.id);
  }
  const page = async (after: string | null) =>
    (
      await api.as("administrator")(
        `query ($after: String) { accessFeed(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`,
        { after },
      )
    ).data.accessFeed;
  const ids: string[] = [];
  let after: string | null = null;
  let total = 0;
  for (let more = true; more;) {
    const { nodes, pageInfo, totalCount } = await page(after);
    ids.push(...nodes.map(({ id }: { id: string }) => id));
    ({ hasNextPage: more, endCursor: after } = pageInfo);
    total = totalCount;
  }
  expect(new Set(ids).size).toBe(total);
});

test("nobody asks about another company's user, and nobody else has a feed", async () => {
  const about = await feedOf("administrator", `, filter: { subjectId: "${BLUEBELL.user.id}" }`);
  expect(about).toEqual([]);
  for (const role of ["support", "marketing", "operator", "privacy"] as const)
    expect((await api.as(role)("{ accessFeed { totalCount } }")).errors?.[0]?.extensions.code).toBe(
      "GRAPHQL_VALIDATION_FAILED",
    );
});

test("past the first wall, a user's own role still sees no more than is about that user", async () => {
  await sealNow(api.config);
  await api.database.query("begin");
  await api.database.query(
    `select set_config('role', 'audience_platform_user', true), set_config('app.viewer', '${HARBOUR.user.id}', true),
       set_config('app.customer', '${HARBOUR.id}', true)`,
  );
  const { rows } = await api.database.query<{ id: string }>("select id from access_log");
  await api.database.query("rollback");
  const { rows: about } = await api.database.query<{ id: string }>(
    "select id from access_log where customer_id = $1 and $2 = any (subject_ids)",
    [HARBOUR.id, HARBOUR.user.id],
  );
  expect(rows.map(({ id }) => id).toSorted()).toEqual(about.map(({ id }) => id).toSorted());
  const all = await api.database.query("select from access_log where customer_id = $1", [
    HARBOUR.id,
  ]);
  expect(all.rowCount).toBeGreaterThan(rows.length);
});
