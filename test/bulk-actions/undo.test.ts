// Taking a whole action back: what was before comes again, but to whoever was changed since, for seven days.
import { undoBatch } from "../../src/bulk-actions/job/undo-batch";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { sweep } from "../../src/jobs/sweep";
import { startExpiry } from "../../src/lawfulness/expiry";
import { createLog } from "../../src/log";
import { clockOf } from "../drills/lawfulness/clock";
import { type Api, openApi } from "../setup/api";
import {
  act,
  create,
  crowd,
  entries,
  person,
  prepare,
  read,
  restrict,
  undo,
  update,
  verb,
  worker,
} from "./acting";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
let expiry: ReturnType<typeof startExpiry>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
  expiry = startExpiry(createLog("silent", "worker"));
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await expiry.stop();
  await api.close();
});

const PARTNERS = { kind: "SET_KIND", prospectKind: "PARTNER" };
const TODAY = new Date().toISOString().slice(0, 10);
const changesKept = async (id: string) =>
  (await api.database.query("select from bulk_action_changes where bulk_action_id = $1", [id]))
    .rowCount;

test("each gets the kind of before, but whoever was changed since and whoever may not be turned to any more", async () => {
  const kinds = ["VISITOR", "EVENT_PARTICIPANT", "VISITOR", "VISITOR", "PARTNER"];
  const ids: string[] = [];
  for (const [n, kind] of kinds.entries()) ids.push(await create(api, `back ${n}`, { kind }));
  const [visitor, participant, renamed, restricted, partner] = ids as [string, ...string[]];
  const done = await act(api, { ...PARTNERS, filter: { nameStartsWith: "back " } });
  expect(done).toMatchObject({ changed: 4, unchanged: 1, canBeUndone: true });
  await update(api, { id: renamed, name: "renamed since" });
  await restrict(api, restricted!);
  const undone = await undo(api, done.id as string);
  expect(undone).toMatchObject({
    ...{ state: "UNDONE", restored: 2, kept: 2, percent: 100, canBeUndone: false },
  });
  const now = await Promise.all(
    [visitor, participant, renamed, restricted, partner].map((id) => person(api, id!)),
  );
  expect(now.map(({ kind }) => kind)).toEqual([
    ...["VISITOR", "EVENT_PARTICIPANT", "PARTNER", "PARTNER", "PARTNER"],
  ]);
  const entry = (await entries(api, "bulkActionUndo")).filter(
    ({ subject_kind }) => subject_kind === "PROSPECT",
  );
  expect(entry).toMatchObject([{ action: "WRITE", fields: ["kind"], row_count: 2 }]);
  expect(await verb(api, "bulkActionUndo", done.id as string)).toMatchObject({
    ...{ bulkAction: undone, userErrors: [] },
  });
});

test("taken back from the middle, it goes on with those who are left", async () => {
  const ids = await crowd(api, 2_300, "Undo");
  const done = await act(api, { ...PARTNERS, filter: { nameStartsWith: "Undo " } });
  const id = done.id as string;
  await queue.stop();
  await verb(api, "bulkActionUndo", id);
  await undoBatch(STORY_PEOPLE.marketing.viewer, id);
  expect(await read(api, id)).toMatchObject({ state: "UNDOING", restored: 1_000, percent: 43.4 });
  expect((await verb(api, "bulkActionCancel", id)).userErrors).toMatchObject([
    { code: "CONFLICT" },
  ]);
  queue = await worker(api);
  const undone = await undo(api, id);
  expect(undone).toMatchObject({ restored: 2_300, kept: 0 });
  const { rows } = await api.database.query(
    "select kind, version, count(*)::integer as n from prospects where id = any ($1) group by 1, 2",
    [ids],
  );
  expect(rows).toEqual([{ kind: "VISITOR", version: 3, n: 2_300 }]);
  expect(await changesKept(id)).toBe(0);
});

test("whoever was told by mistake is to be told by the day of before, and can be told again", async () => {
  const [told, changed] = [await create(api, "untold"), await create(api, "untold changed")];
  const before = await person(api, told);
  const INFORM = { kind: "INFORM", informedOn: TODAY };
  const done = await act(api, { ...INFORM, filter: { nameStartsWith: "untold" } });
  expect(await person(api, told)).toMatchObject({ informed: TODAY, until: "infinity" });
  await update(api, { id: changed, name: "untold no more" });
  await api.database.query("delete from outbox");
  expect(await undo(api, done.id as string)).toMatchObject({ restored: 1, kept: 1 });
  expect(await person(api, told)).toEqual(before);
  expect(await person(api, changed)).toMatchObject({ informed: TODAY, until: "infinity" });
  const { rows } = await api.database.query("select distinct subject_id from outbox");
  expect(rows).toEqual([{ subject_id: told }]);

  const { data } = await api.as("marketing")(
    "mutation ($id: ID!, $on: Date!) { prospectsInformed(input: { ids: [$id], informedOn: $on }) { informed } }",
    { id: told, on: TODAY },
  );
  expect(data.prospectsInformed.informed).toBe(1);
  expect(await person(api, told)).toMatchObject({ informed: TODAY, until: "infinity" });
});

test("an action that changed nobody has nothing to take back, and neither has one that never ran", async () => {
  const ids = [await create(api, "already", { kind: "PARTNER" })];
  const done = await act(api, { ...PARTNERS, ids });
  expect((await verb(api, "bulkActionUndo", done.id as string)).userErrors).toMatchObject([
    { code: "CONFLICT", message: expect.stringContaining("changed nobody") as string },
  ]);
  const { bulkAction } = await prepare(api, { ...PARTNERS, ids });
  expect((await verb(api, "bulkActionUndo", bulkAction.id as string)).userErrors).toMatchObject([
    { code: "CONFLICT" },
  ]);
});

test("after seven days it is forgotten what was before, and it can't be undone any more", async () => {
  const done = await act(api, { ...PARTNERS, ids: [await create(api, "forgotten")] });
  const id = done.id as string;
  const age = (hours: number) =>
    api.database.query(
      "update bulk_actions set ended_at = now() - make_interval(hours => $2) where id = $1",
      [id, hours],
    );
  await age(7 * 24 - 1);
  await sweep();
  expect([await changesKept(id), (await read(api, id)).canBeUndone]).toEqual([1, true]);
  await age(7 * 24 + 1);
  await sweep();
  expect([await changesKept(id), (await read(api, id)).canBeUndone]).toEqual([0, false]);
  expect((await verb(api, "bulkActionUndo", id)).userErrors).toMatchObject([
    { code: "CONFLICT", message: expect.stringContaining("7 days") as string },
  ]);
});

test("taken back after the month to tell them, marketing to them closes, as if nobody had said that they were told", async () => {
  const id = await create(api, "too late");
  const clock = clockOf(api.database);
  await clock.pass(29 * 86_400_000);
  const done = await act(api, { kind: "INFORM", informedOn: TODAY, ids: [id] });
  expect(done).toMatchObject({ changed: 1 });
  await clock.pass(2 * 86_400_000);
  expect(await undo(api, done.id as string)).toMatchObject({ restored: 1, kept: 0 });
  expect(await person(api, id)).toMatchObject({ informed: null, purposes: 4 });
  const { data } = await api.as("privacy")(
    "query ($id: ID!) { why(kind: PROSPECT, id: $id, purpose: MARKETING_AND_SALES) { isPermitted because } }",
    { id },
  );
  expect(data.why).toMatchObject({
    isPermitted: false,
    because: expect.stringContaining("was not told in time") as string,
  });
});
