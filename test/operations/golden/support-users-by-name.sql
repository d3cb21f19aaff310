-- asked with {"first":3}

-- round trip 1 as audience_support for CUSTOMER_SUPPORT
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", job_title as "jobTitle",
      phone as "phone", purposes as "purposes", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $1::user_state
  order by name asc, id asc
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
select id as "id", name as "name"
from customers
where id in (
  select p.id
  from (
    select customer_id
    from platform_users
    where (purposes & 32) <> 0
      and purposes_valid_until > (select decision_time())
      and state = $1::user_state
    order by name asc, id asc
    limit 3
  ) p (id)
)
  and (purposes & 32) <> 0
  and purposes_valid_until > (select decision_time());

-- round trip 2 as audience_support for CUSTOMER_SUPPORT
with q as materialized (
  select count(*) as n
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $1::user_state
), r as materialized (
  select id as id
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $2::user_state
  limit 101
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $3::uuid, $4::audit_action, $5::text, $6::uuid, $7::uuid, $8::uuid, $9::text, $10::text,
      $11::text, $12::text[], $13::uuid,
      case when count(*) < 101 then coalesce(array_agg(distinct id) filter (where id is not null),
      '{}') else '{}' end, (select n::integer from q)
  from r
  having count(*) > 0
)
select n
from q;

-- asked with {"first":3,"after":"<cursor>"}

-- round trip 1 as audience_support for CUSTOMER_SUPPORT
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", job_title as "jobTitle",
      phone as "phone", purposes as "purposes", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $1::user_state
    and (name, id) > ($2, $3::uuid)
  order by name asc, id asc
  limit 4
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $4::uuid, $5::audit_action, $6::text, $7::uuid, $8::uuid, $9::uuid, $10::text, $11::text,
      $12::text, $13::text[], $14::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;
select id as "id", name as "name"
from customers
where id in (
  select p.id
  from (
    select customer_id
    from platform_users
    where (purposes & 32) <> 0
      and purposes_valid_until > (select decision_time())
      and state = $1::user_state
      and (name, id) > ($2, $3::uuid)
    order by name asc, id asc
    limit 3
  ) p (id)
)
  and (purposes & 32) <> 0
  and purposes_valid_until > (select decision_time());

-- round trip 2 as audience_support for CUSTOMER_SUPPORT
with q as materialized (
  select count(*) as n
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $1::user_state
), r as materialized (
  select id as id
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $2::user_state
  limit 101
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $3::uuid, $4::audit_action, $5::text, $6::uuid, $7::uuid, $8::uuid, $9::text, $10::text,
      $11::text, $12::text[], $13::uuid,
      case when count(*) < 101 then coalesce(array_agg(distinct id) filter (where id is not null),
      '{}') else '{}' end, (select n::integer from q)
  from r
  having count(*) > 0
)
select n
from q;
