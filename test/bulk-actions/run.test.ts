// An action that runs: as a job on somebody's word, a batch at a time, about those who matched and still match.
import { STORY_PEOPLE, STORY_STAFF } from "../../seeds/story-people";
import { actOnMany } from "../../src/bulk-actions/job/act-on-many";
import { workOffBatch } from "../../src/bulk-actions/job/work-off-batch";
import { newId } from "../../src/database/uuid";
import { sweep } from "../../src/jobs/sweep";
import { startProcess } from "../drills/processes";
import { type Api, openApi } from "../setup/api";
import {
  act,
  create,
  crowd,
  ended,
  entries,
  person,
  prepare,
  prepared,
  read,
  restrict,
  update,
  verb,
  worker,
} from "./acting";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const { viewer } = STORY_PEOPLE.marketing;
const PARTNERS = { kind: "SET_KIND", prospectKind: "PARTNER" };
const TODAY = new Date().toISOString().slice(0, 10);
const kindsOf = async (ids: readonly string[]) =>
  Object.fromEntries(
    (
      await api.database.query<{ kind: string; n: number }>(
        "select kind, count(*)::integer as n from prospects where id = any ($1) group by kind",
        [ids],
      )
    ).rows.map(({ kind, n }) => [kind, n]),
  );
const batchesLeft = async (id: string) =>
  (await api.database.query("select from bulk_action_batches where bulk_action_id = $1", [id]))
    .rowCount;
/** Entries of what ran, by whose subjects they name. */
const ranOver = async (ids: readonly string[]) => {
  const wanted = new Set(ids);
  return (await entries(api, "bulkActionRun")).flatMap(({ subject_ids }) =>
    subject_ids.filter((id) => wanted.has(id)),
  );
};
/** Begun, and left to whoever of this test goes on with it. */
const begunByHand = async (input: object) => {
  const id = await prepared(api, input);
  await queue.stop();
  await verb(api, "bulkActionStart", id);
  await api.database.query("delete from graphile_worker._private_jobs where key = $1", [
    `bulk action ${id}`,
  ]);
  return id;
};
const goOn = async () => {
  queue = await worker(api);
};

test("people of several batches get another kind, each entered once, and the next versions", async () => {
  const ids = await crowd(api, 2_300);
  const { dryRun } = await prepare(api, { ...PARTNERS, filter: { nameStartsWith: "Crowd " } });
  expect(dryRun).toMatchObject({ matched: 2_300, wouldChange: 2_300 });
  const done = await act(api, { ...PARTNERS, filter: { nameStartsWith: "Crowd " } });
  expect(done).toMatchObject({
    ...{ state: "DONE", matched: 2_300, changed: 2_300, unchanged: 0, refused: 0, percent: 100 },
    ...{ canBeUndone: true, failure: null, refusals: [] },
  });
  expect(await kindsOf(ids)).toEqual({ PARTNER: 2_300 });
  expect((await person(api, ids[0]!)).version).toBe(2);
  const ran = (await entries(api, "bulkActionRun")).slice(-3);
  expect(ran.map(({ row_count }) => row_count)).toEqual([1_000, 1_000, 300]);
  for (const entry of ran)
    expect(entry).toMatchObject({
      ...{ action: "WRITE", subject_kind: "PROSPECT", fields: ["kind"], viewer_id: viewer.id },
    });
  expect((await ranOver(ids)).sort()).toEqual(ids);
  expect(await batchesLeft(done.id as string)).toBe(0);
  const again = await act(api, { ...PARTNERS, filter: { nameStartsWith: "Crowd " } });
  expect(again).toMatchObject({ changed: 0, unchanged: 2_300, canBeUndone: false });
  expect((await verb(api, "bulkActionStart", again.id as string)).userErrors).toEqual([]);
});

test("people count as told by the rule of prospectsInformed: the first day stays, and the tools hear of it", async () => {
  const [fresh, told] = [await create(api, "inform fresh"), await create(api, "inform told")];
  const { data } = await api.as("marketing")(
    'mutation ($id: ID!) { prospectsInformed(input: { ids: [$id], informedOn: "2026-01-01" }) { informed } }',
    { id: told },
  );
  expect(data.prospectsInformed.informed).toBe(1);
  await api.database.query("delete from outbox");
  const done = await act(api, { kind: "INFORM", informedOn: TODAY, ids: [fresh, told] });
  expect(done).toMatchObject({ changed: 1, unchanged: 1, wouldChange: 1, wouldStay: 1 });
  expect(await person(api, fresh)).toMatchObject({ informed: TODAY, until: "infinity" });
  expect(await person(api, told)).toMatchObject({ informed: "2026-01-01" });
  const { rows } = await api.database.query("select distinct subject_id from outbox");
  expect(rows).toEqual([{ subject_id: fresh }]);
  expect((await entries(api, "bulkActionRun")).at(-1)).toMatchObject({
    ...{ fields: ["informedOn"], subject_ids: [fresh] },
  });
});

test("it is about those who matched and still match: who came later, or does not fit any more, is left as they are", async () => {
  const [stays, changed, closed] = [
    await create(api, "match stays", { kind: "EVENT_PARTICIPANT" }),
    await create(api, "match changed", { kind: "EVENT_PARTICIPANT" }),
    await create(api, "match closed", { kind: "EVENT_PARTICIPANT" }),
  ];
  const id = await prepared(api, { ...PARTNERS, filter: { kind: "EVENT_PARTICIPANT" } });
  const later = await create(api, "match later", { kind: "EVENT_PARTICIPANT" });
  const renamed = stays;
  await update(api, { id: renamed, name: "match renamed" });
  await update(api, { id: changed, kind: "PROSPECTIVE_CUSTOMER" });
  await restrict(api, closed);
  await verb(api, "bulkActionStart", id);
  const done = await ended(api, id);
  expect(done).toMatchObject({
    ...{ state: "DONE", refused: 2, percent: 100 },
    refusals: [
      { code: "NOT_FOUND", count: 1 },
      { code: "CONFLICT", count: 1 },
    ],
  });
  expect(done.changed + done.unchanged + done.refused).toBe(done.matched);
  const kinds = await Promise.all([stays, changed, closed, later].map((each) => person(api, each)));
  expect(kinds.map(({ kind }) => kind)).toEqual([
    ...["PARTNER", "PROSPECTIVE_CUSTOMER", "EVENT_PARTICIPANT", "EVENT_PARTICIPANT"],
  ]);
});

test("where the filter named people, whoever was changed since is left out, since no name is kept to compare", async () => {
  const [one, other] = [await create(api, "named one"), await create(api, "named other")];
  const id = await prepared(api, { ...PARTNERS, filter: { nameStartsWith: "named" } });
  await update(api, { id: other, name: "called otherwise" });
  await verb(api, "bulkActionStart", id);
  expect(await ended(api, id)).toMatchObject({ matched: 2, changed: 1, refused: 1 });
  expect((await person(api, one)).kind).toBe("PARTNER");
  expect((await person(api, other)).kind).toBe("VISITOR");
});

test("cancelled between two batches, it changes nobody any more and forgets whom it was about", async () => {
  const ids = await crowd(api, 2_300, "Halt");
  const id = await begunByHand({ ...PARTNERS, filter: { nameStartsWith: "Halt " } });
  expect(await workOffBatch(viewer, id)).toBe(true);
  expect(await read(api, id)).toMatchObject({ state: "RUNNING", changed: 1_000, percent: 43.4 });
  expect((await verb(api, "bulkActionUndo", id)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const cancelled = await verb(api, "bulkActionCancel", id);
  expect(cancelled.bulkAction).toMatchObject({ state: "CANCELLED", canBeUndone: true });
  expect((await verb(api, "bulkActionCancel", id)).bulkAction).toEqual(cancelled.bulkAction);
  expect(await batchesLeft(id)).toBe(0);
  expect(await workOffBatch(viewer, id)).toBe(false);
  expect(await kindsOf(ids)).toEqual({ PARTNER: 1_000, VISITOR: 1_300 });
  expect((await verb(api, "bulkActionStart", id)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  await goOn();
});

test("two workers at once, and one that died behind a batch, do nobody twice", async () => {
  const ids = await crowd(api, 2_200, "Twice");
  const id = await begunByHand({
    kind: "INFORM",
    informedOn: TODAY,
    filter: { nameStartsWith: "Twice " },
  });
  await workOffBatch(viewer, id);
  await Promise.all([actOnMany(id, false), actOnMany(id, false)]);
  expect(await read(api, id)).toMatchObject({ state: "DONE", changed: 2_200, unchanged: 0 });
  expect((await ranOver(ids)).sort()).toEqual(ids);
  const { rows } = await api.database.query<{ n: number }>(
    "select count(*)::integer as n from lawful_bases where subject_id = any ($1) and transition = 'CONFIRMED'",
    [ids],
  );
  expect(rows[0]!.n).toBe(2_200);
  await goOn();
});

test("a worker that is killed is followed by another, and nobody is done twice or left out", async () => {
  const ids = await crowd(api, 8_000, "Killed");
  await queue.stop();
  const id = await prepared(api, { ...PARTNERS, filter: { nameStartsWith: "Killed " } });
  await verb(api, "bulkActionStart", id);
  const doomed = await startProcess("worker", api.config);
  for (let tries = 500; tries && !(await read(api, id)).changed; tries -= 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
  doomed.kill();
  await doomed.end();
  const atDeath = await read(api, id);
  expect(atDeath).toMatchObject({ state: "RUNNING" });
  expect(atDeath.changed).toBeGreaterThan(0);
  expect(atDeath.changed).toBeLessThan(8_000);
  await goOn();
  expect(await ended(api, id)).toMatchObject({ state: "DONE", changed: 8_000, refused: 0 });
  expect(await kindsOf(ids)).toEqual({ PARTNER: 8_000 });
  expect((await ranOver(ids)).sort()).toEqual(ids);
}, 120_000);

test("whoever did not look at it does not begin it, nor does anybody after a day; then whom it was about is forgotten", async () => {
  const id = await prepared(api, { ...PARTNERS, ids: [await create(api, "old")] });
  await api.database.query("update bulk_actions set created_by = $2 where id = $1", [
    id,
    STORY_STAFF[0].id,
  ]);
  expect((await verb(api, "bulkActionStart", id)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const age = (hours: number) =>
    api.database.query(
      "update bulk_actions set created_by = $2, created_at = now() - make_interval(hours => $3) where id = $1",
      [id, viewer.id, hours],
    );
  await age(24);
  const late = await verb(api, "bulkActionStart", id);
  expect(late.userErrors).toMatchObject([
    { code: "CONFLICT", message: expect.stringContaining("24 hours") as string },
  ]);
  await sweep();
  expect(await batchesLeft(id)).toBe(1);
  await age(26);
  await sweep();
  expect(await batchesLeft(id)).toBe(0);
});

test("an id of nobody, or of something else, is not found", async () => {
  const { rows } = await api.database.query<{ id: string }>("select id from prospects limit 1");
  for (const id of [newId(), rows[0]!.id, "no uuid"])
    for (const name of ["bulkActionStart", "bulkActionCancel", "bulkActionUndo"] as const)
      expect(await verb(api, name, id)).toMatchObject({
        ...{ bulkAction: null, userErrors: [{ code: "NOT_FOUND", field: "id" }] },
      });
  expect(await read(api, newId())).toBeNull();
});

test("an action goes on only while whoever began it may, and says so", async () => {
  const ids = await crowd(api, 1_500, "Left");
  const id = await begunByHand({ ...PARTNERS, filter: { nameStartsWith: "Left " } });
  await workOffBatch(viewer, id);
  await api.database.query(
    "update staff set state = 'DEACTIVATED', deactivated_at = now() where id = $1",
    [viewer.id],
  );
  await new Promise((resolve) => setTimeout(resolve, 3_100)); // what was known of that person is asked anew
  await actOnMany(id, false);
  const { rows } = await api.database.query(
    "select state, failure, changed from bulk_actions where id = $1",
    [id],
  );
  expect(rows).toEqual([
    {
      state: "FAILED",
      failure: "Whoever began it may not go on with it any more.",
      changed: 1_000,
    },
  ]);
  expect(await kindsOf(ids)).toEqual({ PARTNER: 1_000, VISITOR: 500 });
  await sweep();
  expect(await batchesLeft(id)).toBe(0);
  await goOn();
});
