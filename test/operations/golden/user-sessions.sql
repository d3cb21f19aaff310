-- round trip 1 as audience_platform_user for SECURITY
select id as "id", audience as "audience", device as "device", started_at as "startedAt",
    last_used_at as "lastUsedAt", expires_at as "expiresAt", ended_at as "endedAt",
    end_reason as "endReason", row_number() over (order by id desc) > 2 as "isAhead"
from sessions
where customer_id = $1::uuid
  and person_id = $2::uuid
order by id desc
limit 3;

-- round trip 2 as audience_platform_user for SECURITY
select count(*) as n
from sessions
where customer_id = $1::uuid
  and person_id = $2::uuid;
