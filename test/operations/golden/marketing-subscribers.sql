-- asked with {"first":3}

-- round trip 1 as audience_marketing for NEWSLETTER
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress", created_at as "createdAt",
      may_email as "mayEmail", purposes as "purposes", row_number() over (order by id asc) > 3 as "isAhead"
  from subscribers
  where (purposes & 16) <> 0
    and purposes_valid_until > (select decision_time())
  order by id asc
  limit 4
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text,
      $9::text, $10::text[], $11::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;

-- round trip 2 as audience_marketing for NEWSLETTER
select count(*) as n
from subscribers
where (purposes & 16) <> 0
  and purposes_valid_until > (select decision_time());

-- asked with {"first":3,"after":"<cursor>"}

-- round trip 1 as audience_marketing for NEWSLETTER
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress", created_at as "createdAt",
      may_email as "mayEmail", purposes as "purposes", row_number() over (order by id asc) > 3 as "isAhead"
  from subscribers
  where (purposes & 16) <> 0
    and purposes_valid_until > (select decision_time())
    and id > $1::uuid
  order by id asc
  limit 4
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;

-- round trip 2 as audience_marketing for NEWSLETTER
select count(*) as n
from subscribers
where (purposes & 16) <> 0
  and purposes_valid_until > (select decision_time());
