// Saving a view: under a name that is one's own it replaces, with an id it changes, and a person has so many.
import { STORY_PEOPLE, STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";
import { entries, names, remove, rows, save, views } from "./saving";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from saved_views"));

const { marketing, support, administrator } = STORY_PEOPLE;
const me = marketing.viewer;

test("what is saved is found again, and leaves one entry that names its maker", async () => {
  const before = (await entries(api)).length;
  const { savedView, userErrors } = await save(api, me, { name: "  Partners " });
  expect(userErrors).toEqual([]);
  expect(savedView).toMatchObject({
    ...{ list: "prospects", name: "Partners", search: "kind=PARTNER", isShared: false },
    ...{ isMine: true, viewerCanChange: true },
  });
  expect(await views(api, me)).toEqual([savedView]);
  expect(await views(api, me, "subscribers")).toEqual([]);
  const { data } = await api.asViewer(me)(
    `{ node(id: "${savedView.id}") { ... on SavedView { name } } }`,
  );
  expect(data.node).toEqual({ name: "Partners" });
  expect((await entries(api)).slice(before)).toEqual([
    {
      ...{
        operation: "savedViewSave",
        purpose: "SECURITY",
        fields: ["name", "search", "isShared"],
      },
      ...{ viewer_id: me.id, subject_ids: [me.id] },
    },
  ]);
});

test("the same name replaces, in whichever case and however its letters are put together", async () => {
  const first = (await save(api, me, { name: "Größe" })).savedView;
  const again = (
    await save(api, me, { name: "GRO\u0308ßE", search: "kind=VISITOR", isShared: true })
  ).savedView;
  expect(again).toMatchObject({ id: first.id, name: "GRO\u0308ßE", search: "kind=VISITOR" });
  expect(again).toMatchObject({ isShared: true, createdAt: first.createdAt });
  await save(api, me, { name: "Größe", list: "subscribers" });
  expect(await rows(api)).toHaveLength(2);
});

test("with an id a view gets another name, another search, another list never", async () => {
  const { id } = (await save(api, me)).savedView;
  const { savedView } = await save(api, me, { id, name: "All partners", search: "" });
  expect(savedView).toMatchObject({ id, name: "All partners", search: "" });
  const { userErrors } = await save(api, me, { id, list: "subscribers" });
  expect(userErrors).toMatchObject([{ code: "NOT_FOUND", field: "id" }]);
  expect(await names(api, me)).toEqual(["All partners"]);
});

test("a view gets no name that another of one's own has", async () => {
  const first = (await save(api, me, { name: "First" })).savedView;
  const second = (await save(api, me, { name: "Second" })).savedView;
  const { savedView, userErrors } = await save(api, me, { id: second.id, name: "FIRST" });
  expect(savedView).toBeNull();
  expect(userErrors).toMatchObject([{ code: "ALREADY_EXISTS", field: "name" }]);
  expect(userErrors[0].message).toContain(first.id);
  expect(await names(api, me)).toEqual(["First", "Second"]);
});

test("they stand by name, whatever its case, page by page", async () => {
  for (const name of ["b", "C", "a", "D"]) await save(api, me, { name });
  expect(await names(api, me)).toEqual(["a", "b", "C", "D"]);
  const page = async (after: string | null) =>
    (
      await api.asViewer(me)(
        'query ($after: String) { savedViews(list: "prospects", first: 3, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
    ).data.savedViews;
  const first = await page(null);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect((await page(first.pageInfo.endCursor)).nodes).toEqual([{ name: "D" }]);
});

const LONG = "n".repeat(101);
test.each([
  ["no name", { name: " " }, "REQUIRED", "name"],
  ["a long name", { name: LONG }, "TOO_LONG", "name"],
  ["a name of two lines", { name: "a\nb" }, "INVALID", "name"],
  ["a name with an address", { name: "ada@example.com" }, "NAMES_A_PERSON", "name"],
  ["a list that can't be one", { list: "Prospects" }, "INVALID", "list"],
  ["an id that can't be one", { id: "1" }, "NOT_FOUND", "id"],
  ["an id that nobody has", { id: newId() }, "NOT_FOUND", "id"],
])("%s is refused, and leaves no trace", async (_, input, code, field) => {
  const before = await entries(api);
  const { savedView, userErrors } = await save(api, me, input);
  expect({ savedView, userErrors }).toMatchObject({
    savedView: null,
    userErrors: [{ code, field }],
  });
  expect(await rows(api)).toEqual([]);
  expect(await entries(api)).toEqual(before);
});

test("a person has a hundred, however many are saved at once, and may still change them", async () => {
  await api.database.query(
    `insert into saved_views (id, audience, list, name, name_canonical, search, is_shared, made_by)
     select gen_random_uuid(), 'MARKETING', 'list-' || n % 7, 'View ' || n, 'view ' || n, '', false, $1
     from generate_series(1, 95) as n`,
    [me.id],
  );
  const answers = await Promise.all(
    [...Array(12).keys()].map((n) => save(api, me, { name: `At once ${n}` })),
  );
  const refused = answers.flatMap(({ userErrors }) => userErrors);
  expect(refused).toHaveLength(7);
  expect(refused[0]).toMatchObject({ code: "TOO_MANY", field: "name" });
  expect(await rows(api)).toHaveLength(100);
  const { savedView } = answers.find((each) => each.savedView);
  expect((await save(api, me, { name: savedView.name, search: "a=b" })).savedView.id).toBe(
    savedView.id,
  );
  await remove(api, me, savedView.id);
  expect((await save(api, me, { name: "One more" })).userErrors).toEqual([]);
});

test("one name that is saved ten times at once is one view", async () => {
  const answers = await Promise.all(
    [...Array(10).keys()].map((n) => save(api, me, { search: `page=${n}` })),
  );
  expect(new Set(answers.map(({ savedView }) => savedView.id)).size).toBe(1);
  expect(await rows(api)).toHaveLength(1);
});

test("two people who save the same name at once have one each", async () => {
  const other: Viewer = { ...PUBLIC_VIEWER, audience: "SUPPORT", id: STORY_STAFF[1].id };
  await api.database.query(
    "update staff_roles set audience = 'SUPPORT' where staff_id = $1 and audience = 'MARKETING'",
    [other.id],
  );
  const shared = { list: "customers", isShared: true };
  const [one, two] = await Promise.all([
    save(api, support.viewer, shared),
    save(api, other, shared),
  ]);
  expect(one.savedView.id).not.toBe(two.savedView.id);
  expect(await names(api, support.viewer, "customers")).toEqual(["Partners", "Partners"]);
  await api.database.query("update staff_roles set audience = 'MARKETING' where staff_id = $1", [
    other.id,
  ]);
});

test("users have no saved views", async () => {
  const { errors } = await api.as("user")('{ savedViews(list: "a") { totalCount } }');
  expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  expect((await save(api, administrator.viewer)).userErrors).toEqual([]);
});
