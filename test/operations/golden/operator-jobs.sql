-- round trip 1 as audience_operator for SECURITY
select id::text, task, state, attempts, max_attempts as "maxAttempts", run_at as "runAt",
    created_at as "createdAt", reason
from job_list()
where true
order by id desc
limit 100;
