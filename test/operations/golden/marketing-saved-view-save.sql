-- round trip 1 as audience_marketing for SECURITY
begin;
select pg_advisory_xact_lock(hashtextextended($1, 0));

-- round trip 2 as audience_marketing for SECURITY
insert into saved_views (id, customer_id, audience, made_by, list, name, name_canonical, search,
    is_shared)
select $1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7, $8, $9::boolean
where (
  select count(*)
  from saved_views
  where customer_id is null
    and audience = $10
    and (is_shared or made_by = $11::uuid)
    and made_by = $12::uuid
) < $13::integer or exists (
  select
  from saved_views
  where customer_id is null
    and audience = $14
    and (is_shared or made_by = $15::uuid)
    and made_by = $16::uuid
    and list = $17
    and name_canonical = $18
)
on conflict (customer_id, audience, made_by, list, name_canonical) do
update
set name = excluded.name, search = excluded.search, is_shared = excluded.is_shared
returning id;

-- round trip 3 as audience_marketing for SECURITY
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 4 as audience_marketing for SECURITY
commit;

-- round trip 5 as audience_marketing for SECURITY
select id as "id", made_by as "madeBy", list as "list", name as "name", search as "search",
    is_shared as "isShared", created_at as "createdAt"
from saved_views
where customer_id is null
  and audience = $1
  and (is_shared or made_by = $2::uuid)
  and id = $3::uuid;
