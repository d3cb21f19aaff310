-- round trip 1 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", kind as "kind", source as "source", informed_on as "informedOn",
      version as "version"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
  order by id asc
  limit 2
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text,
      $9::text, $10::text[], $11::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
select count(*) as n
from prospects
where (purposes & 8) <> 0
  and purposes_valid_until > (select decision_time());
