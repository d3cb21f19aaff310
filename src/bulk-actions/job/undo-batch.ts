// What an action changed is given back, by what it kept: to everybody whom nobody changed since and whom marketing may still
// turn to. What was kept of them goes with it, so nothing is given back twice.
import { reachOf } from "../../access/scope";
import { entryOf } from "../../audit/entries";
import { every, sql } from "../../database/sql";
import { type Unit, unitOfWork } from "../../database/unit-of-work";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import type { BulkActionKind } from "../bulk-action";
import { BATCH_PEOPLE } from "../dry-run";
import { RULES } from "../kinds";

/** Whether there may be more. */
export const undoBatch = (viewer: Viewer, id: string): Promise<boolean> =>
  unitOfWork(actorOf(viewer, "PROSPECT"), async (unit) => {
    const kind = await undoing(unit, id);
    if (!kind) return false;
    const ids = await nextPeople(viewer, unit, id);
    if (!ids.length) {
      await unit.run(
        // whoever is out of reach by now keeps it as well, unseen
        sql`update bulk_actions set state = 'UNDONE', ended_at = decision_time(), kept = changed - restored
          where id = ${id}::uuid`,
      );
      return false;
    }
    const { field, restore } = RULES[kind];
    const back = await restore(unit, { viewer, bulkActionId: id, ids });
    const entry = { action: "WRITE", operation: "bulkActionUndo", kind: "PROSPECT" } as const;
    await unit.run(
      sql`delete from bulk_action_changes where bulk_action_id = ${id}::uuid and subject_id = any(${ids}::uuid[])`,
      sql`update bulk_actions set restored = restored + ${back.length}::integer,
          kept = kept + ${ids.length - back.length}::integer where id = ${id}::uuid`,
      ...(back.length ? [entryOf(viewer, { ...entry, fields: [field], subjectIds: back })] : []),
    );
    return true;
  });

async function undoing(unit: Unit, id: string): Promise<BulkActionKind | null> {
  const [found] = await unit.run(
    sql`select kind, state from bulk_actions where id = ${id}::uuid for update`,
  );
  const row = found?.rows[0] as { kind: BulkActionKind; state: string } | undefined;
  return row?.state === "UNDOING" ? row.kind : null;
}

/** The next of them within reach, held until the unit ends. */
async function nextPeople(viewer: Viewer, unit: Unit, id: string): Promise<string[]> {
  const [next] = await unit.run(
    sql`select subject_id as id from bulk_action_changes where bulk_action_id = ${id}::uuid
      order by subject_id limit ${BATCH_PEOPLE}`,
  );
  const ids = (next?.rows ?? []).map((row) => row.id as string);
  if (ids.length)
    await unit.run(
      sql`select id from prospects
        where ${every([sql`id = any(${ids}::uuid[])`, reachOf(viewer, "prospects")])} order by id for update`,
    );
  return ids;
}
