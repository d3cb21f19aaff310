// The nightly job: counts who is still to be told that we hold their data, and says so in the log while there is time.
import type { Logger } from "pino";
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";

/** Days before marketing closes in which we warn: a week's work. */
export const DUE_WITHIN_DAYS = 7;

export async function countDueToBeInformed(log: Pick<Logger, "warn">): Promise<void> {
  const [counted] = await inOneTrip(jobActor("job_figures"), [
    sql`insert into prospects_due_to_be_informed (due_within_days, due_soon, missed, as_of)
      select ${DUE_WITHIN_DAYS}::integer, due_soon, missed, decision_time()
      from count_due_to_be_informed(${DUE_WITHIN_DAYS}::integer)
      on conflict (is_only) do update set due_within_days = excluded.due_within_days, due_soon = excluded.due_soon,
        missed = excluded.missed, as_of = excluded.as_of
      returning due_soon as "dueSoon", missed`,
  ]);
  const { dueSoon, missed } = counted!.rows[0] as { dueSoon: number; missed: number };
  if (dueSoon)
    log.warn(
      { dueSoon, dueWithinDays: DUE_WITHIN_DAYS, missed },
      "Prospects are to be told soon that we hold their data (GDPR Art. 14(3)), or marketing to them closes",
    );
}
