-- round trip 1 as audience_marketing for MARKETING_AND_SALES
select due_within_days as "dueWithinDays", due_soon as "dueSoon", missed as "missed", as_of as "asOf"
from prospects_due_to_be_informed
where true;

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", informed_on as "informedOn",
      purposes_valid_until as "purposesValidUntil"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and informed_on is null
    and purposes_valid_until < $1::timestamptz
  order by id asc
  limit 5
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
