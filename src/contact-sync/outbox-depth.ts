// How many committed changes wait for their number: a few at the most, while the sequencer keeps up.
import { raw } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";

/** Beyond this it is only told that there are so many: counting must stay cheap when the most waits. */
const COUNTED_MAXIMUM = 100_000;

export async function outboxDepth(): Promise<number> {
  const [found] = await inOneTrip(jobActor("job_sequencer"), [
    raw(
      `select count(*)::integer as waiting from (select from outbox limit ${COUNTED_MAXIMUM}) counted`,
    ),
  ]);
  return Number(found?.rows[0]?.waiting ?? 0);
}
