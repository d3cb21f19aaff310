-- round trip 1 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress", purposes as "purposes"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and email_canonical = $1::text
  order by id asc
  limit 25
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
