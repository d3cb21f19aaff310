-- asked with {"first":3}

-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", role as "role", state as "state",
      email_address as "emailAddress", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from platform_users
  where customer_id = $1::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
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
with r as materialized (
  select p.id as "ofParent", t."id", t."platformUserId", t."kind", t."occurredAt"
  from (
    select id
    from platform_users
    where customer_id = $1::uuid
      and (purposes & 1) <> 0
      and purposes_valid_until > (select decision_time())
    order by name asc, id asc
    limit 3
  ) p (id)
  left join lateral (
    select id as "id", platform_user_id as "platformUserId", kind as "kind", occurred_at as "occurredAt"
    from activities
    where activities.platform_user_id = p.id
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
    limit 2
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

-- round trip 2 as audience_account_administrator for SERVICE_PERFORMANCE
select count(*) as n
from platform_users
where customer_id = $1::uuid
  and (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time());
select p.id as "ofParent", t.n
from unnest($1::uuid[]) as p (id)
cross join lateral (
  select count(*) as n
  from activities
  where activities.platform_user_id = p.id
    and customer_id = $2::uuid
    and (
      select true
      from platform_users u
      where u.customer_id = activities.customer_id
        and u.id = platform_user_id
        and (u.purposes & 1) <> 0
        and u.purposes_valid_until > (select decision_time())
    )
) t;

-- asked with {"first":3,"after":"<cursor>"}

-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", role as "role", state as "state",
      email_address as "emailAddress", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from platform_users
  where customer_id = $1::uuid
    and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time())
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
with r as materialized (
  select p.id as "ofParent", t."id", t."platformUserId", t."kind", t."occurredAt"
  from (
    select id
    from platform_users
    where customer_id = $1::uuid
      and (purposes & 1) <> 0
      and purposes_valid_until > (select decision_time())
      and (name, id) > ($2, $3::uuid)
    order by name asc, id asc
    limit 3
  ) p (id)
  left join lateral (
    select id as "id", platform_user_id as "platformUserId", kind as "kind", occurred_at as "occurredAt"
    from activities
    where activities.platform_user_id = p.id
      and customer_id = $4::uuid
      and (
        select true
        from platform_users u
        where u.customer_id = activities.customer_id
          and u.id = platform_user_id
          and (u.purposes & 1) <> 0
          and u.purposes_valid_until > (select decision_time())
      )
    order by occurred_at desc, id desc
    limit 2
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $5::uuid, $6::audit_action, $7::text, $8::uuid, $9::uuid, $10::uuid, $11::text, $12::text,
      $13::text, $14::text[], $15::uuid,
      coalesce(array_agg(distinct "platformUserId") filter (where "platformUserId" is not null), '{}'),
      count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;

-- round trip 2 as audience_account_administrator for SERVICE_PERFORMANCE
select count(*) as n
from platform_users
where customer_id = $1::uuid
  and (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time());
select p.id as "ofParent", t.n
from unnest($1::uuid[]) as p (id)
cross join lateral (
  select count(*) as n
  from activities
  where activities.platform_user_id = p.id
    and customer_id = $2::uuid
    and (
      select true
      from platform_users u
      where u.customer_id = activities.customer_id
        and u.id = platform_user_id
        and (u.purposes & 1) <> 0
        and u.purposes_valid_until > (select decision_time())
    )
) t;
