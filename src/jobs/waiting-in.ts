// How many rows wait in a table that one process works off: a few at the most, while it keeps up.
import { raw } from "../database/sql";
import type { JobRole } from "../database/roles";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "./job-actor";

/** Beyond this it is only told that there are so many: counting must stay cheap when the most waits. */
const COUNTED_MAXIMUM = 100_000;

export async function waitingIn(
  table: "outbox" | "audit_unsealed",
  role: JobRole,
): Promise<number> {
  const [found] = await inOneTrip(jobActor(role), [
    raw(
      `select count(*)::integer as waiting from (select from ${table} limit ${COUNTED_MAXIMUM}) counted`,
    ),
  ]);
  return Number(found?.rows[0]?.waiting ?? 0);
}
