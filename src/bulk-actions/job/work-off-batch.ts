// A batch of a bulk action: the change, what was before, the entry and the progress in one unit of work. The batch goes with
// it, so whoever tries it again finds the next one.
import { reachOf } from "../../access/scope";
import { entryOf } from "../../audit/entries";
import { every, type Fragment, sql } from "../../database/sql";
import { type Unit, unitOfWork } from "../../database/unit-of-work";
import { conditionsOf, type ProspectFilter } from "../../prospects/filter";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import { RULES, type Wanted } from "../kinds";

type Action = Wanted & { id: string; narrowedBy: ProspectFilter; mustBeUnchanged: boolean };
type Batch = { number: number; ids: string[]; versions: number[] };

/** Whether there may be more. */
export const workOffBatch = (viewer: Viewer, id: string): Promise<boolean> =>
  unitOfWork(actorOf(viewer, "PROSPECT"), async (unit) => {
    const action = await underWay(unit, id);
    if (!action) return false;
    const batch = await nextBatch(unit, id);
    if (!batch) {
      await unit.run(ended(id));
      return false;
    }
    await workOff(viewer, unit, action, batch);
    return true;
  });

/** Locked until the batch is done: whoever cancels it, and another worker, wait. Null where somebody ended it. */
async function underWay(unit: Unit, id: string): Promise<Action | null> {
  const [found] = await unit.run(
    sql`select id, state, kind, informed_on as "informedOn", prospect_kind as "prospectKind",
        narrowed_by as "narrowedBy", must_be_unchanged as "mustBeUnchanged"
      from bulk_actions where id = ${id}::uuid for update`,
  );
  const row = found?.rows[0] as (Action & { state: string }) | undefined;
  return row && ["QUEUED", "RUNNING"].includes(row.state) ? row : null;
}

async function nextBatch(unit: Unit, id: string): Promise<Batch | undefined> {
  const [found] = await unit.run(
    sql`select number, subject_ids as ids, versions from bulk_action_batches
      where bulk_action_id = ${id}::uuid order by number limit 1`,
  );
  return found?.rows[0] as Batch | undefined;
}

const ended = (id: string): Fragment =>
  sql`update bulk_actions set state = 'DONE', ended_at = decision_time() where id = ${id}::uuid`;

async function workOff(viewer: Viewer, unit: Unit, action: Action, batch: Batch): Promise<void> {
  const reached = await inReach(viewer, unit, action, batch);
  const versions = new Map(batch.ids.map((id, at) => [id, batch.versions[at]]));
  const ids = reached
    .filter(({ id, version, fits }) =>
      action.mustBeUnchanged ? fits && versions.get(id) === version : fits,
    )
    .map(({ id }) => id);
  const { field, act } = RULES[action.kind];
  const changed = ids.length
    ? await act(unit, { viewer, bulkActionId: action.id, ids }, action)
    : [];
  const entry = { action: "WRITE", operation: "bulkActionRun", kind: "PROSPECT" } as const;
  await unit.run(
    sql`delete from bulk_action_batches where bulk_action_id = ${action.id}::uuid and number = ${batch.number}::integer`,
    sql`update bulk_actions set state = 'RUNNING', changed = changed + ${changed.length}::integer,
        unchanged = unchanged + ${ids.length - changed.length}::integer,
        out_of_reach = out_of_reach + ${batch.ids.length - reached.length}::integer,
        changed_meanwhile = changed_meanwhile + ${reached.length - ids.length}::integer
      where id = ${action.id}::uuid`,
    ...(changed.length
      ? [entryOf(viewer, { ...entry, fields: [field], subjectIds: changed })]
      : []),
  );
}

type Reached = { id: string; version: number; fits: boolean };

/** Those whom the person may still turn to, held until the unit ends, and whether they still fit what was asked. */
async function inReach(
  viewer: Viewer,
  unit: Unit,
  { narrowedBy }: Action,
  { ids }: Batch,
): Promise<Reached[]> {
  const [found] = await unit.run(
    sql`select id, version, ${every(conditionsOf(narrowedBy))} as fits from prospects
      where ${every([sql`id = any(${ids}::uuid[])`, reachOf(viewer, "prospects")])} order by id for update`,
  );
  return (found?.rows ?? []) as Reached[];
}
