-- round trip 1 as audience_platform_user for ANSWERING_THE_PERSON
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", email_address as "emailAddress",
      role as "role", purposes as "purposes"
  from platform_users
  where customer_id = $1::uuid
    and id = $2::uuid
    and id = $3::uuid
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $4::uuid, $5::audit_action, $6::text, $7::uuid, $8::uuid, $9::uuid, $10::text, $11::text,
      $12::text, $13::text[], $14::uuid, array_remove(array["id"], null), 1
  from r
)
select *
from r;
with r as materialized (
  select p.id as "ofParent", t."id", t."platformUserId", t."kind", t."occurredAt", t."source", t."isAhead"
  from (
    select id
    from platform_users
    where customer_id = $1::uuid
      and id = $2::uuid
      and id = $3::uuid
  ) p (id)
  left join lateral (
    select id as "id", platform_user_id as "platformUserId", kind as "kind", occurred_at as "occurredAt",
        source as "source", row_number() over (order by occurred_at desc, id desc) > 3 as "isAhead"
    from activities
    where activities.platform_user_id = p.id
      and customer_id = $4::uuid
      and platform_user_id = $5::uuid
    order by occurred_at desc, id desc
    limit 4
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $6::uuid, $7::audit_action, $8::text, $9::uuid, $10::uuid, $11::uuid, $12::text, $13::text,
      $14::text, $15::text[], $16::uuid,
      coalesce(array_agg(distinct "platformUserId") filter (where "platformUserId" is not null), '{}'),
      count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;
-- for SERVICE_PERFORMANCE
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress"
  from account_administrators
  where customer_id = $1::uuid
  order by name, id
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
