-- round trip 1 as audience_platform_user for SERVICE_PERFORMANCE
begin;
insert into preferences as p (customer_id, person_id, lists)
values ($1::uuid, $2::uuid, jsonb_build_object($3::text, $4::jsonb))
on conflict (customer_id, person_id) do
update
set lists = p.lists || jsonb_build_object($5::text, coalesce(p.lists -> $6::text,
    excluded.lists -> $7::text) || $8::jsonb)
where jsonb_exists(p.lists, $9::text) or (select count(*) from jsonb_object_keys(p.lists)) < $10::integer;

-- round trip 2 as audience_platform_user for SERVICE_PERFORMANCE
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 3 as audience_platform_user for SERVICE_PERFORMANCE
commit;

-- round trip 4 as audience_platform_user for SERVICE_PERFORMANCE
select person_id as "personId", language as "language", colours as "colours", lists as "lists"
from preferences
where customer_id = $1::uuid
  and person_id = $2::uuid;
