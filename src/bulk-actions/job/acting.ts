// On whose word a job goes on: it acts as that person, in marketing's role, and only while that person may.
import { sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { jobActor } from "../../jobs/job-actor";
import { PUBLIC_VIEWER, type Viewer } from "../../viewer/viewer";

export type Task = { viewer: Viewer; state: "QUEUED" | "RUNNING" | "UNDOING" };

/** Null where there is nothing left to do. */
export async function taskOf(bulkActionId: string): Promise<Task | null> {
  const [found] = await inOneTrip(jobActor("job_bulk_actor"), [
    sql`select acting_for as "actingFor", state from bulk_actions
      where id = ${bulkActionId}::uuid and state <> 'FAILED'`,
  ]);
  const row = found?.rows[0] as { actingFor: string; state: Task["state"] } | undefined;
  return row
    ? {
        viewer: { ...PUBLIC_VIEWER, audience: "MARKETING", id: row.actingFor },
        state: row.state,
      }
    : null;
}

export async function giveUp(bulkActionId: string, reason: string): Promise<void> {
  await inOneTrip(jobActor("job_bulk_actor"), [
    sql`update bulk_actions set state = 'FAILED', failure = ${reason}, ended_at = decision_time()
      where id = ${bulkActionId}::uuid`,
  ]);
}
