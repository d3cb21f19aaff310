-- asked with {"subject":"01990000-0000-7000-8000-05e200000002","first":2}

-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
select id as "id", recorded_at as "recordedAt", action as "action", audience as "audience",
    purpose as "purpose", operation as "operation", subject_kind as "subjectKind", fields as "fields",
    subject_ids as "subjectIds", number as "number", row_number() over (order by id desc) > 2 as "isAhead"
from access_log
where customer_id = $1::uuid
  and id in (select accesses_to($2::uuid))
order by id desc
limit 3;

-- asked with {"subject":"01990000-0000-7000-8000-05e200000202","first":2}

-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
select id as "id", recorded_at as "recordedAt", action as "action", audience as "audience",
    purpose as "purpose", operation as "operation", subject_kind as "subjectKind", fields as "fields",
    subject_ids as "subjectIds", number as "number", row_number() over (order by id desc) > 2 as "isAhead"
from access_log
where customer_id = $1::uuid
  and id in (select accesses_to($2::uuid))
order by id desc
limit 3;
