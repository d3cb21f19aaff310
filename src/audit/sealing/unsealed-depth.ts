// How many entries wait to be sealed: a few seconds' worth, while the sealer keeps up.
import { raw } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { jobActor } from "../../jobs/job-actor";

/** Beyond this it is only told that there are so many: counting must stay cheap when the most waits. */
const COUNTED_MAXIMUM = 100_000;

export async function unsealedDepth(): Promise<number> {
  const [found] = await inOneTrip(jobActor("job_sealer"), [
    raw(
      `select count(*)::integer as waiting from (select from audit_unsealed limit ${COUNTED_MAXIMUM}) counted`,
    ),
  ]);
  return Number(found?.rows[0]?.waiting ?? 0);
}
