// The job behind dashboards: counts per month and kind, over people whose record may be used for improving services.
// Groups of fewer than ten people are stored without their counts, so that nobody can read them anywhere.
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";

/** People a group needs for its figures to be shown. */
export const SMALLEST_GROUP = 10;

export async function computeFigures(): Promise<void> {
  await inOneTrip(jobActor("job_figures"), [
    // two at once would each write what the other one has
    sql`select pg_advisory_xact_lock(hashtext('figures'))`,
    sql`delete from figures`,
    sql`insert into figures (month, subject, kind, people, events)
      select month, subject::figure_subject, kind,
        case when people >= ${SMALLEST_GROUP} then people end, case when people >= ${SMALLEST_GROUP} then events end
      from (
        select date_trunc('month', occurred_at at time zone 'UTC')::date as month, 'ACTIVITY' as subject, kind::text,
          count(distinct platform_user_id)::integer as people, count(*)::integer as events
        from activities group by 1, 3
        union all
        select date_trunc('month', occurred_at at time zone 'UTC')::date, 'INTERACTION', kind::text,
          count(distinct prospect_id)::integer, count(*)::integer
        from interactions where prospect_id is not null group by 1, 3
      ) counted`,
  ]);
}
