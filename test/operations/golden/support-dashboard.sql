-- round trip 1 as audience_support for CUSTOMER_SUPPORT
select id as "id", name as "name", country as "country", state as "state"
from customers
where (purposes & 32) <> 0
  and purposes_valid_until > (select decision_time())
  and state = $1::customer_state
order by name asc, id asc
limit 3;
select p.id as "ofParent", t.n
from (
  select id
  from customers
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and state = $1::customer_state
  order by name asc, id asc
  limit 3
) p (id)
cross join lateral (
  select count(*) as n
  from platform_users
  where platform_users.customer_id = p.id
    and (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
) t;
with r as materialized (
  select p.id as "ofParent", t."id", t."customerId", t."name", t."emailMasked"
  from (
    select id
    from customers
    where (purposes & 32) <> 0
      and purposes_valid_until > (select decision_time())
      and state = $1::customer_state
    order by name asc, id asc
    limit 3
  ) p (id)
  left join lateral (
    select id as "id", customer_id as "customerId", name as "name", email_masked as "emailMasked"
    from platform_users
    where platform_users.customer_id = p.id
      and (purposes & 32) <> 0
      and purposes_valid_until > (select decision_time())
      and role = 'ACCOUNT_ADMINISTRATOR'
    order by name asc, id asc
    limit 2
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select p.id as "ofParent", t."id", t."platformUserId", t."kind", t."occurredAt"
  from (
    select id
    from customers
    where (purposes & 32) <> 0
      and purposes_valid_until > (select decision_time())
      and state = $1::customer_state
    order by name asc, id asc
    limit 3
  ) p (id)
  left join lateral (
    select id as "id", platform_user_id as "platformUserId", kind as "kind", occurred_at as "occurredAt"
    from activities
    where activities.customer_id = p.id
      and (
        select true
        from platform_users u
        where u.customer_id = activities.customer_id
          and u.id = platform_user_id
          and (u.purposes & 32) <> 0
          and u.purposes_valid_until > (select decision_time())
      )
    order by occurred_at desc, id desc
    limit 5
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid,
      coalesce(array_agg(distinct "platformUserId") filter (where "platformUserId" is not null), '{}'),
      count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;
