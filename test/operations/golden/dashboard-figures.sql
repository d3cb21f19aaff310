-- round trip 1 as audience_dashboard for SERVICE_IMPROVEMENT
select month as "month", subject as "subject", kind as "kind", people as "people", events as "events",
    computed_at as "computedAt"
from figures
where true
  and month >= $1::date
  and month <= $2::date
order by month, subject, kind;
