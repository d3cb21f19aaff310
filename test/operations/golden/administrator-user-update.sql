-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
begin;
select id, name, role, state, version
from platform_users
where customer_id = $1::uuid
  and (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time())
  and (id = $2::uuid or (role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE'))
order by id for
update;

-- round trip 2 as audience_account_administrator for SERVICE_PERFORMANCE
insert into keys.person_keys (subject_id, subject_kind, wrapped)
select *
from unnest($1::uuid[], $2::subject_kind[], $3::bytea[])
on conflict do nothing;
select subject_id as "subjectId", wrapped
from keys.person_keys
where subject_id = any($1::uuid[]);

-- round trip 3 as audience_account_administrator for SERVICE_PERFORMANCE
update platform_users
set name = $1::text, role = $2::user_role
where customer_id = $3::uuid
  and (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time())
  and id = $4::uuid;
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count, sealed_values, basis_ids)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer, $14::bytea,
    array_remove(array[deciding_basis($15::subject_kind, $16::uuid)], null));

-- round trip 4 as audience_account_administrator for SERVICE_PERFORMANCE
commit;

-- round trip 5 as audience_account_administrator for SERVICE_PERFORMANCE
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", role as "role", state as "state",
      job_title as "jobTitle", email_address as "emailAddress", phone as "phone", created_at as "createdAt",
      deactivated_at as "deactivatedAt", version as "version", purposes as "purposes"
  from platform_users
  where customer_id = $1::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
    and id = $2::uuid
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $3::uuid, $4::audit_action, $5::text, $6::uuid, $7::uuid, $8::uuid, $9::text, $10::text,
      $11::text, $12::text[], $13::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
