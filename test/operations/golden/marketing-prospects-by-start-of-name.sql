-- round trip 1 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and name >= $1::text
    and name < $2::text
  order by name asc, id asc
  limit 4
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $3::uuid, $4::audit_action, $5::text, $6::uuid, $7::uuid, $8::uuid, $9::text, $10::text,
      $11::text, $12::text[], $13::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;
