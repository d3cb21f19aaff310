// What a person sets for the own screens: one set for each person, the own alone, and of two who set at once both count.
import {
  STORY_CUSTOMERS,
  STORY_PEOPLE,
  STORY_STAFF,
  type StoryRole,
} from "../../seeds/story-people";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from preferences"));

const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;
const ALL = "language colours lists { list columns density }";
const UNSET = { language: "SYSTEM", colours: "SYSTEM", lists: [] };
const PEOPLE = ["support", "marketing", "privacy", "operator", "administrator", "user"] as const;

const preferences = async (viewer: Viewer) =>
  (await api.asViewer(viewer)(`{ preferences { ${ALL} } }`)).data.preferences;
const set = async (viewer: Viewer, input: object) =>
  (
    await api.asViewer(viewer)(
      `mutation ($input: PreferencesSetInput!) { preferencesSet(input: $input) { preferences { ${ALL} } userErrors { code field } } }`,
      { input },
    )
  ).data.preferencesSet;
const setList = async (viewer: Viewer, input: object) =>
  (
    await api.asViewer(viewer)(
      `mutation ($input: ListPreferencesSetInput!) { listPreferencesSet(input: $input) { preferences { ${ALL} } userErrors { code field message } } }`,
      { input },
    )
  ).data.listPreferencesSet;
const rows = async () =>
  (await api.database.query("select * from preferences order by person_id")).rows;
const entries = async () =>
  (
    await api.database.query(
      `select operation, purpose, fields, viewer_id, subject_ids from audit_entries
       where subject_kind = 'PREFERENCES' and action = 'WRITE' order by id`,
    )
  ).rows;

const { marketing, support, user, administrator } = STORY_PEOPLE;

test("they carry the id of their person, set or not", async () => {
  const id = async () => (await api.as("user")("{ preferences { id } }")).data.preferences.id;
  expect(await id()).toBe(user.viewer.id);
  await set(user.viewer, { colours: "DARK" });
  expect(await id()).toBe(user.viewer.id);
});

test.each(PEOPLE)("%s reads the defaults, sets, and reads what was set", async (role) => {
  const { viewer } = STORY_PEOPLE[role];
  expect(await preferences(viewer)).toEqual(UNSET);
  expect(await rows()).toEqual([]);
  const { preferences: after, userErrors } = await set(viewer, { language: "DE" });
  expect({ after, userErrors }).toEqual({ after: { ...UNSET, language: "DE" }, userErrors: [] });
  await set(viewer, { colours: "DARK" });
  await set(viewer, { colours: "DARK", language: null });
  expect(await preferences(viewer)).toEqual({ language: "DE", colours: "DARK", lists: [] });
  expect(await rows()).toHaveLength(1);
});

test.each(["sync", "connector", "intake", "dashboard"] as StoryRole[])(
  "%s has none",
  async (role) => {
    const { errors } = await api.as(role)("{ preferences { language } }");
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  },
);

test("whoever holds two roles has one set in both", async () => {
  const [{ id }] = STORY_STAFF;
  await api.database.query(
    `insert into staff_roles (id, staff_id, audience, granted_by, confirmed_by, confirmed_at)
     values (gen_random_uuid(), $1, 'PRIVACY_OFFICER', $2, $3, now())`,
    [id, STORY_STAFF[3].id, STORY_STAFF[4].id],
  );
  await set(support.viewer, { language: "DE" });
  const asOfficer = { ...PUBLIC_VIEWER, audience: "PRIVACY_OFFICER" as const, id };
  expect(await preferences(asOfficer)).toEqual({ ...UNSET, language: "DE" });
  await set(asOfficer, { colours: "LIGHT" });
  expect(await preferences(support.viewer)).toEqual({
    ...UNSET,
    ...{ language: "DE", colours: "LIGHT" },
  });
});

test("nobody sees what others set", async () => {
  for (const role of PEOPLE) await set(STORY_PEOPLE[role].viewer, { colours: "DARK" });
  const other: Viewer = { ...user.viewer, id: BLUEBELL.user.id, customerId: BLUEBELL.id };
  expect(await preferences(other)).toEqual(UNSET);
});

test("a list's columns and density are kept by its name, and what is not given stays", async () => {
  await setList(marketing.viewer, { list: "prospects", columns: ["name", "createdAt"] });
  await setList(marketing.viewer, { list: "api-clients", density: "COMPACT" });
  const { preferences: after } = await setList(marketing.viewer, {
    ...{ list: "prospects", density: "COMPACT" },
  });
  expect(after.lists).toEqual([
    { list: "api-clients", columns: [], density: "COMPACT" },
    { list: "prospects", columns: ["name", "createdAt"], density: "COMPACT" },
  ]);
  await setList(marketing.viewer, { list: "prospects", columns: [] });
  expect((await preferences(marketing.viewer)).lists[1].columns).toEqual([]);
});

const LONG = "a".repeat(61);
test.each([
  ["a name in capitals", { list: "Prospects" }, "INVALID", "list"],
  ["a name with a double hyphen", { list: "a--b" }, "INVALID", "list"],
  ["no name", { list: "" }, "INVALID", "list"],
  ["a long name", { list: LONG }, "TOO_LONG", "list"],
  ["a column with a space", { columns: ["a b"] }, "INVALID", "columns"],
  ["a column in kebab-case", { columns: ["a-b"] }, "INVALID", "columns"],
  ["a long column", { columns: [LONG] }, "INVALID", "columns"],
  ["a column twice", { columns: ["name", "name"] }, "DUPLICATE", "columns"],
  [
    "too many columns",
    { columns: [...Array(41).keys()].map((n) => `c${n}`) },
    "TOO_LONG",
    "columns",
  ],
])("%s is refused, and leaves no trace", async (_, input, code, field) => {
  const before = await entries();
  const { preferences: after, userErrors } = await setList(user.viewer, { list: "a", ...input });
  expect({ after, userErrors }).toMatchObject({ after: null, userErrors: [{ code, field }] });
  expect(await rows()).toEqual([]);
  expect(await entries()).toEqual(before);
});

test("forty lists are kept, however many are set at once", async () => {
  const names = [...Array(60).keys()].map((n) => `list-${n}`);
  const answers = await Promise.all(names.map((list) => setList(administrator.viewer, { list })));
  const refused = answers.filter(({ userErrors }) => userErrors.length);
  expect(new Set(refused.map(({ userErrors }) => userErrors[0].code))).toEqual(
    new Set(["TOO_MANY"]),
  );
  expect(refused).toHaveLength(20);
  const { lists } = await preferences(administrator.viewer);
  expect(lists).toHaveLength(40);
  const again = { list: lists[39].list as string, density: "COMPACT" };
  expect((await setList(administrator.viewer, again)).userErrors).toEqual([]);
});

test("two windows of one person that set at once both count", async () => {
  await Promise.all([
    set(support.viewer, { language: "EN" }),
    set(support.viewer, { colours: "DARK" }),
    setList(support.viewer, { list: "customers", density: "COMPACT" }),
    setList(support.viewer, { list: "customers", columns: ["name"] }),
    setList(support.viewer, { list: "platform-users", columns: ["role"] }),
  ]);
  expect(await preferences(support.viewer)).toEqual({
    ...{ language: "EN", colours: "DARK" },
    lists: [
      { list: "customers", columns: ["name"], density: "COMPACT" },
      { list: "platform-users", columns: ["role"], density: "COMFORTABLE" },
    ],
  });
});

test("each change leaves one entry, which names the person and not what was chosen", async () => {
  const before = (await entries()).length;
  await set(user.viewer, { language: "DE", colours: "DARK" });
  await set(user.viewer, {});
  await setList(support.viewer, { list: "customers" });
  const ofUser = { viewer_id: user.viewer.id, subject_ids: [user.viewer.id] };
  const ofSupport = { viewer_id: support.viewer.id, subject_ids: [support.viewer.id] };
  expect((await entries()).slice(before)).toEqual([
    {
      ...{ operation: "preferencesSet", purpose: "SERVICE_PERFORMANCE", ...ofUser },
      fields: ["language", "colours"],
    },
    { operation: "listPreferencesSet", purpose: "SECURITY", fields: ["lists"], ...ofSupport },
  ]);
});

test("they go with whoever is deactivated or erased", async () => {
  const other: Viewer = { ...user.viewer, id: BLUEBELL.user.id, customerId: BLUEBELL.id };
  for (const viewer of [user.viewer, other, marketing.viewer])
    await set(viewer, { colours: "DARK" });
  await api.database.query("begin");
  const deactivate = "set state = 'DEACTIVATED', deactivated_at = now() where id = $1";
  await api.database.query(`update platform_users ${deactivate}`, [user.viewer.id]);
  await api.database.query(`update staff ${deactivate}`, [marketing.viewer.id]);
  expect((await rows()).map(({ person_id }) => person_id)).toEqual([other.id]);
  await api.database.query("delete from activities where platform_user_id = $1", [other.id]);
  await api.database.query("delete from sessions where person_id = $1", [other.id]);
  await api.database.query("delete from credentials where person_id = $1", [other.id]);
  await api.database.query("delete from platform_users where id = $1", [other.id]);
  expect(await rows()).toEqual([]);
  await api.database.query("rollback");
});

describe("PostgreSQL refuses the same, whatever the program asks", () => {
  const inRole = async (viewer: Viewer, statement: string, values: unknown[] = []) => {
    await api.database.query("begin");
    try {
      await api.database.query(
        `select set_config('role', $1, true), set_config('app.viewer', $2, true), set_config('app.customer', $3, true)`,
        [`audience_${viewer.audience.toLowerCase()}`, viewer.id, viewer.customerId ?? ""],
      );
      return await api.database.query(statement, values);
    } finally {
      await api.database.query("rollback");
    }
  };
  const INSERT = "insert into preferences (customer_id, person_id) values ($1, $2)";

  test("others' rows are not there, and none is made for others", async () => {
    await set(marketing.viewer, { colours: "DARK" });
    await set(user.viewer, { colours: "DARK" });
    const SELECT = "select colours from preferences";
    expect((await inRole(support.viewer, SELECT)).rowCount).toBe(0);
    expect((await inRole(administrator.viewer, SELECT)).rowCount).toBe(0);
    expect((await inRole(marketing.viewer, SELECT)).rowCount).toBe(1);
    const update = "update preferences set colours = 'LIGHT'";
    expect((await inRole(administrator.viewer, update)).rowCount).toBe(0);
    await expect(
      inRole(administrator.viewer, INSERT, [HARBOUR.id, HARBOUR.user.id]),
    ).rejects.toThrow(/row-level security/);
    await expect(inRole(support.viewer, INSERT, [null, marketing.viewer.id])).rejects.toThrow(
      /row-level security/,
    );
    await expect(inRole(marketing.viewer, "delete from preferences")).rejects.toThrow(/denied/);
  });

  test("forty lists are the most that a row holds", async () => {
    const lists = Object.fromEntries([...Array(41).keys()].map((n) => [`l${n}`, {}]));
    const insert = "insert into preferences (person_id, lists) values ($1, $2)";
    await expect(inRole(support.viewer, insert, [support.viewer.id, lists])).rejects.toThrow(
      /lists_maximum/,
    );
  });
});
