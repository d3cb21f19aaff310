// How far an export is, told to the database twice a second, which answers whether it is still wanted.
import { sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { jobActor } from "../../jobs/job-actor";
import { repeatedly } from "../../jobs/repeatedly";

export type Progress = { rows: number; isCancelled: boolean; stop(): Promise<void> };

/** Somebody has ended it. */
export class Unwanted extends Error {
  override name = "Unwanted";
}

const EVERY_MS = 500;

export function reportProgress(exportId: string): Progress {
  const progress: Progress = { rows: 0, isCancelled: false, stop: () => loop.stop() };
  const loop = repeatedly(async () => {
    // a database that is away for a moment says nothing against it
    const [still] = await inOneTrip(jobActor("job_exporter"), [
      sql`update exports set row_count = ${progress.rows}::integer
        where id = ${exportId}::uuid and state = 'RUNNING' returning id`,
    ]).catch(() => []);
    progress.isCancelled ||= still?.rowCount === 0;
    return EVERY_MS;
  });
  return progress;
}
