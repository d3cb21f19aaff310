// The queue as operators see it: no payload and no message, in which people could stand.
import { raw, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import type { Job } from "./job";
import { wordsFor } from "./reason";

/** Jobs that a list shows at the most. */
export const JOBS_MAXIMUM = 100;

type Wanted = { id?: string; onlyFailed?: boolean };

/** The newest first. */
export async function listJobs(viewer: Viewer, { id, onlyFailed }: Wanted): Promise<Job[]> {
  if (id !== undefined && !/^\d{1,18}$/.test(id)) return [];
  const conditions = [
    ...(id === undefined ? [] : [sql`id = ${id}::bigint`]),
    ...(onlyFailed ? [raw("state = 'FAILED'")] : []),
  ];
  const where = conditions.reduce((all, each) => sql`${all} and ${each}`, raw("true"));
  const [found] = await inOneTrip(actorOf(viewer, "GOVERNANCE"), [
    sql`select id::text, task, state, attempts, max_attempts as "maxAttempts", run_at as "runAt",
        created_at as "createdAt", reason
      from job_list() where ${where} order by id desc limit ${raw(String(JOBS_MAXIMUM))}`,
  ]);
  const jobs = (found?.rows ?? []) as unknown as Job[];
  return jobs.map((job) => ({ ...job, reason: wordsFor(job.reason) }));
}
