// Time passes without a row being written. Policies close an expired record at once; this derives what still holds.
import type { Logger } from "pino";
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";
import { repeatedly } from "../jobs/repeatedly";

const INTERVAL_MS = 1_000;

export const startExpiry = (log: Logger) =>
  repeatedly(async () => {
    await inOneTrip(jobActor("job_deriver"), [sql`select derive_expired()`]).catch((error: Error) =>
      log.warn({ code: (error as { code?: string }).code }, "What expired was not derived anew"),
    );
    return INTERVAL_MS;
  });
