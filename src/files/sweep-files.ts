// Files whose time is over: first their key, after which nobody reads their bytes, then the bytes, then the row. Killed
// in between, it goes on where it was.
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";
import { removeFile } from "./files";

const AT_ONCE = 500;

export async function sweepFiles(): Promise<void> {
  const actor = jobActor("job_sweeper");
  for (;;) {
    const [ended] = await inOneTrip(actor, [
      sql`update files set data_key = null where id = any(array(
        select id from files where expires_at <= decision_time() order by expires_at limit ${AT_ONCE}::integer))
        returning id`,
    ]);
    const ids = (ended?.rows ?? []).map(({ id }) => String(id));
    if (!ids.length) return;
    for (const id of ids) await removeFile(id);
    await inOneTrip(actor, [sql`delete from files where id = any(${ids}::uuid[])`]);
  }
}
