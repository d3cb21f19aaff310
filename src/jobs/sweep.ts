// Forgets what serves no more: keys of requests whose day is over. Which rows those are stand in the sweeper's
// policies; it reaches no other.
import { raw } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "./job-actor";

const SWEPT = ["idempotency_keys"];

export async function sweep(): Promise<void> {
  await inOneTrip(
    jobActor("job_sweeper"),
    SWEPT.map((table) => raw(`delete from ${table}`)),
  );
}
