-- round trip 1 as audience_platform_user for ANSWERING_THE_PERSON
select id as "id", recorded_at as "recordedAt", action as "action", audience as "audience",
    purpose as "purpose", operation as "operation", subject_kind as "subjectKind", fields as "fields",
    row_number() over (order by id desc) > 2 as "isAhead"
from access_log
where customer_id = $1::uuid
  and id in (select accesses_to($2::uuid))
  and audience <> $3
order by id desc
limit 3;

-- round trip 2 as audience_platform_user for ANSWERING_THE_PERSON
select count(*) as n
from access_log
where customer_id = $1::uuid
  and id in (select accesses_to($2::uuid))
  and audience <> $3;
