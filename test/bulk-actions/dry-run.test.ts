// Looking at what an action would do: everybody is counted, some are shown, nobody is changed, and no name is kept.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import { contentOf } from "../access/whole-database";
import { type Api, openApi } from "../setup/api";
import { create, entries, prepare, prepared, read, restrict, type Sample, verb } from "./acting";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const listed = async (filter: object) => {
  const { data } = await api.as("marketing")(
    "query ($filter: ProspectFilter) { prospects(filter: $filter) { totalCount } }",
    { filter },
  );
  return data.prospects.totalCount as number;
};
const count = async (condition: string) =>
  Number(
    (await api.database.query<{ n: string }>(`select count(*) as n from ${condition}`)).rows[0]!.n,
  );
const PARTNERS = { kind: "SET_KIND", prospectKind: "PARTNER" };
const REACH = "(purposes & 8) <> 0 and purposes_valid_until > now()";

test.each<[string, object]>([
  ["everybody", {}],
  ["of a kind", { kind: "VISITOR" }],
  ["whose name starts so", { nameStartsWith: "A" }],
  ["at an address", { emailAddress: "PROSPECT3@shop.example.net" }],
  ["still to be told", { isToBeInformed: true }],
  ["told", { isToBeInformed: false, kind: "PARTNER" }],
  ["due", { toBeInformedBefore: "2030-01-01T00:00:00Z" }],
])("a filter finds as many as the list shows: %s", async (_, filter) => {
  const { dryRun, bulkAction } = await prepare(api, { ...PARTNERS, filter });
  expect(dryRun.matched).toBe(await listed(filter));
  expect(bulkAction).toMatchObject({ matched: dryRun.matched, state: "DRY", percent: 0 });
  expect(dryRun.wouldChange + dryRun.wouldStay).toBe(dryRun.matched);
  expect(dryRun.sample).toHaveLength(Math.min(20, dryRun.matched as number));
  await verb(api, "bulkActionCancel", bulkAction.id as string);
});

test("all are counted, and of some it is shown what they are and would be, those first who would be changed", async () => {
  const { dryRun, bulkAction, userErrors } = await prepare(api, { ...PARTNERS, filter: {} });
  expect(userErrors).toEqual([]);
  const partners = await count(`prospects where kind = 'PARTNER' and ${REACH}`);
  const all = await count(`prospects where ${REACH}`);
  expect(all).toBeGreaterThan(200);
  expect(dryRun).toMatchObject({
    ...{ matched: all, wouldChange: all - partners, wouldStay: partners },
    ...{ wouldBeRefused: 0, refusals: [] },
  });
  for (const { before, after } of dryRun.sample as Sample[]) {
    expect(before.kind).not.toBe("PARTNER");
    expect(after).toEqual({ kind: "PARTNER", informedOn: before.informedOn });
  }
  expect(await read(api, bulkAction.id as string)).toEqual(bulkAction);
});

test("what is looked at leaves the action, its people as pseudonyms, and the entries of it: nobody is changed, no job waits", async () => {
  const before = await contentOf(api.database);
  const filter = { nameStartsWith: "B", kind: "VISITOR" };
  const { dryRun, bulkAction } = await prepare(api, { ...PARTNERS, filter });
  expect(dryRun.matched).toBeGreaterThan(0);
  const { rows } = await api.database.query(
    `select narrowed_by, must_be_unchanged,
       (select array_agg(p order by p) from bulk_action_batches b, unnest(subject_ids) p where b.bulk_action_id = a.id) as people
     from bulk_actions a where id = $1`,
    [bulkAction.id],
  );
  expect(rows[0]).toMatchObject({ narrowed_by: { kind: "VISITOR" }, must_be_unchanged: true });
  expect(rows[0]!.people).toHaveLength(dryRun.matched as number);
  const [read, written] = (await entries(api, "bulkActionPrepare"))
    .slice(-2)
    .sort((a, b) => (a.action < b.action ? -1 : 1));
  expect(read).toMatchObject({
    ...{ action: "READ", subject_kind: "PROSPECT", row_count: dryRun.matched },
    ...{ fields: ["name", "kind", "informedOn"], viewer_id: STORY_PEOPLE.marketing.viewer.id },
  });
  expect([...read!.subject_ids].sort()).toEqual(rows[0]!.people);
  expect(written).toMatchObject({ action: "WRITE", subject_kind: "BULK_ACTION", subject_ids: [] });

  await api.database.query("delete from bulk_action_batches where bulk_action_id = $1", [
    bulkAction.id,
  ]);
  await api.database.query("delete from bulk_actions where id = $1", [bulkAction.id]);
  expect(await contentOf(api.database)).toEqual(before);
});

test("of identifiers the good ones count, and the others are refused as not found, whyever they are not", async () => {
  const own = await create(api, "given own");
  const restricted = await create(api, "given restricted");
  expect((await restrict(api, restricted)).data.restrictionRecord.userErrors).toEqual([]);
  const { rows } = await api.database.query<{ id: string }>("select id from subscribers limit 1");
  const ids = [own, own.toUpperCase(), restricted, rows[0]!.id, newId(), "no uuid"];
  const { dryRun } = await prepare(api, { ...PARTNERS, ids });
  expect(dryRun).toMatchObject({
    ...{ matched: 1, wouldChange: 1, wouldStay: 0, wouldBeRefused: 4 },
    refusals: [{ code: "NOT_FOUND", count: 4 }],
    sample: [{ prospectId: own, name: "given own" }],
  });
});

test.each(["restricted", "of another kind", "of nobody", "of no form"])(
  "an identifier %s alone is not found, and leaves no trace",
  async (which) => {
    const id: Record<string, () => Promise<string>> = {
      restricted: async () => {
        const made = await create(api, "alone");
        await restrict(api, made);
        return made;
      },
      "of another kind": async () =>
        (await api.database.query<{ id: string }>("select id from platform_users limit 1")).rows[0]!
          .id,
      "of nobody": () => Promise.resolve(newId()),
      "of no form": () => Promise.resolve("'; drop table prospects"),
    };
    const asked = await id[which]!();
    const before = await contentOf(api.database);
    const written = (await entries(api, "bulkActionPrepare")).length;
    expect(await prepare(api, { ...PARTNERS, ids: [asked] })).toMatchObject({
      ...{ bulkAction: null, dryRun: null, userErrors: [{ code: "NOT_FOUND", field: "ids" }] },
    });
    expect(await contentOf(api.database)).toEqual(before);
    expect(await entries(api, "bulkActionPrepare")).toHaveLength(written);
  },
);

const AHEAD = "2999-01-01";
test.each<[string, object, string, string]>([
  ["nobody", PARTNERS, "REQUIRED", "filter"],
  ["both a filter and ids", { ...PARTNERS, filter: {}, ids: [newId()] }, "INVALID", "ids"],
  ["no ids at all", { ...PARTNERS, ids: [] }, "REQUIRED", "ids"],
  ["1,001 ids", { ...PARTNERS, ids: Array.from({ length: 1_001 }, newId) }, "TOO_LONG", "ids"],
  ["no kind to set", { kind: "SET_KIND", filter: {} }, "REQUIRED", "prospectKind"],
  ["no day", { kind: "INFORM", filter: {} }, "REQUIRED", "informedOn"],
  ["a day ahead", { kind: "INFORM", filter: {}, informedOn: AHEAD }, "INVALID", "informedOn"],
  [
    "a day for a kind",
    { ...PARTNERS, filter: {}, informedOn: "2026-01-01" },
    "INVALID",
    "informedOn",
  ],
  [
    "a kind for a day",
    { kind: "INFORM", filter: {}, informedOn: "2026-01-01", prospectKind: "PARTNER" },
    ...(["INVALID", "prospectKind"] as const),
  ],
])("an action for %s is refused, and leaves no trace", async (_, input, code, field) => {
  const before = await contentOf(api.database);
  const { bulkAction, dryRun, userErrors } = await prepare(api, input);
  expect({ bulkAction, dryRun }).toEqual({ bulkAction: null, dryRun: null });
  expect(userErrors).toMatchObject([{ code, field }]);
  expect(await contentOf(api.database)).toEqual(before);
});

test("whoever has twenty that wait prepares no more until one is cancelled", async () => {
  const { id } = STORY_PEOPLE.marketing.viewer;
  const living = () => count(`bulk_actions where state = 'DRY' and created_by = '${id}'`);
  const ids = [await create(api, "many")];
  while ((await living()) < 20) await prepared(api, { ...PARTNERS, ids });
  const full = await prepare(api, { ...PARTNERS, ids });
  expect(full.userErrors).toMatchObject([{ code: "CONFLICT", field: null }]);
  const { rows } = await api.database.query<{ id: string }>(
    "select id from bulk_actions where state = 'DRY' limit 1",
  );
  await verb(api, "bulkActionCancel", rows[0]!.id);
  expect((await prepare(api, { ...PARTNERS, ids })).userErrors).toEqual([]);
});

test("nobody but marketing acts, the privacy officer sees counts, and others have no such field", async () => {
  for (const role of ["support", "operator", "administrator", "sync", "privacy"] as const)
    await expect(prepare(api, { ...PARTNERS, filter: {} }, role)).rejects.toThrow(
      /Unknown type|Cannot query field/,
    );
  const { rows } = await api.database.query<{ id: string }>("select id from bulk_actions limit 1");
  const id = rows[0]!.id;
  expect(await read(api, id, "privacy")).toEqual(await read(api, id));
  for (const role of ["support", "operator", "administrator", "user"] as const) {
    const { errors } = await api.as(role)("{ bulkActions { totalCount } }");
    expect(errors?.[0]?.message).toBe('Cannot query field "bulkActions" on type "Query".');
  }
  const list = await api.as("marketing")(
    "{ bulkActions(first: 3) { totalCount nodes { id state } pageInfo { hasNextPage } } }",
  );
  expect(list.errors).toBeUndefined();
  expect(list.data.bulkActions.totalCount).toBe(await count("bulk_actions"));
  expect(list.data.bulkActions.nodes).toHaveLength(3);
});

test("in marketing's own role nobody else's people are seen, and no action is made in another's name or begun already", async () => {
  const { id } = STORY_PEOPLE.marketing.viewer;
  const inRole = async (viewer: string, statement: string) => {
    await api.database.query("begin");
    await api.database.query(
      "select set_config('role', 'audience_marketing', true), set_config('app.viewer', $1, true)",
      [viewer],
    );
    return api.database.query(statement).finally(() => api.database.query("rollback"));
  };
  const people = "select from bulk_action_batches";
  expect((await inRole(id!, people)).rowCount).toBeGreaterThan(0);
  expect((await inRole(newId(), people)).rowCount).toBe(0);
  const insert = (maker: string) =>
    `insert into bulk_actions (id, kind, prospect_kind, created_by) values ('${newId()}', 'SET_KIND', 'PARTNER', '${maker}')`;
  expect((await inRole(id!, insert(id!))).rowCount).toBe(1);
  await expect(inRole(id!, insert(newId()))).rejects.toThrow(/row-level security/);
  const restricted = await create(api, "beyond");
  await restrict(api, restricted);
  const { rows } = await api.database.query<{ id: string }>("select id from bulk_actions limit 1");
  const change = `insert into bulk_action_changes (bulk_action_id, subject_id, version) values ('${rows[0]!.id}', '${restricted}', 1)`;
  await expect(inRole(id!, change)).rejects.toThrow(/row-level security/);
});
