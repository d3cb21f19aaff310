-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
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
select id as "id", name as "name"
from customers
where id = $1::uuid
  and (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time())
  and id = $2::uuid;
select p.id as "ofParent", t.n
from (
  select id
  from customers
  where id = $1::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
    and id = $2::uuid
) p (id)
cross join lateral (
  select count(*) as n
  from platform_users
  where platform_users.customer_id = p.id
    and customer_id = $3::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
) t;

-- round trip 2 as audience_account_administrator for SERVICE_PERFORMANCE
with r as materialized (
  select p.id as "ofParent", t."id", t."name", t."role", t."emailAddress"
  from unnest($1::uuid[]) as p (id)
  left join lateral (
    select id as "id", name as "name", role as "role", email_address as "emailAddress"
    from customer_contacts
    where customer_contacts.customer_id = p.id
      and customer_id = $2::uuid
      and (purposes & 1) <> 0
      and purposes_valid_until > (select decision_time())
    order by name asc, id asc
    limit 2
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $3::uuid, $4::audit_action, $5::text, $6::uuid, $7::uuid, $8::uuid, $9::text, $10::text,
      $11::text, $12::text[], $13::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select p.id as "ofParent", t."id", t."platformUserId", t."kind", t."occurredAt"
  from unnest($1::uuid[]) as p (id)
  left join lateral (
    select id as "id", platform_user_id as "platformUserId", kind as "kind", occurred_at as "occurredAt"
    from activities
    where activities.customer_id = p.id
      and customer_id = $2::uuid
      and (
        select true
        from platform_users u
        where u.customer_id = activities.customer_id
          and u.id = platform_user_id
          and (u.purposes & 1) <> 0
          and u.purposes_valid_until > (select decision_time())
      )
    order by occurred_at desc, id desc
    limit 3
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $3::uuid, $4::audit_action, $5::text, $6::uuid, $7::uuid, $8::uuid, $9::text, $10::text,
      $11::text, $12::text[], $13::uuid,
      coalesce(array_agg(distinct "platformUserId") filter (where "platformUserId" is not null), '{}'),
      count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;

-- round trip 3 as audience_account_administrator for SERVICE_PERFORMANCE
select p.id as "ofParent", t.n
from unnest($1::uuid[]) as p (id)
cross join lateral (
  select count(*) as n
  from customer_contacts
  where customer_contacts.customer_id = p.id
    and customer_id = $2::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
) t;
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name"
  from platform_users
  where customer_id = $1::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
    and id = any($2::uuid[])
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
