// How many jobs there are of each kind and state; FAILED ones are not tried again by themselves.
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "./job-actor";

export type Depth = { task: string; state: string; jobs: number };

export async function queueDepth(): Promise<Depth[]> {
  const [found] = await inOneTrip(jobActor("queue_owner"), [
    sql`select t.identifier as task, count(*)::integer as jobs,
        case when j.locked_at is not null then 'RUNNING' when j.attempts >= j.max_attempts then 'FAILED'
          when j.attempts > 0 then 'RETRYING' else 'QUEUED' end as state
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      group by task, state`,
  ]);
  return (found?.rows ?? []) as Depth[];
}
