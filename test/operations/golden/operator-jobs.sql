-- round trip 1 as audience_operator for SECURITY
select id::text, task, state, attempts, max_attempts as "maxAttempts", run_at as "runAt",
    created_at as "createdAt"
from job_list()
where $1::bigint is null or id = $2::bigint
order by id desc
limit $3;
