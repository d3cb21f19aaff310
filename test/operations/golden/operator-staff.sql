-- round trip 1 as audience_operator for SECURITY
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress", state as "state"
  from staff
  where true
  order by name asc, id asc
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
with r as materialized (
  select p.id as "ofParent", t."id", t."staffId", t."audience", t."isInForce", t."confirmedAt"
  from (
    select id
    from staff
    where true
    order by name asc, id asc
    limit 2
  ) p (id)
  left join lateral (
    select id as "id", staff_id as "staffId", audience as "audience", is_in_force as "isInForce",
        confirmed_at as "confirmedAt"
    from staff_roles
    where staff_roles.staff_id = p.id
      and true
    order by id desc
    limit 2
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text,
      $9::text, $10::text[], $11::uuid,
      coalesce(array_agg(distinct "staffId") filter (where "staffId" is not null), '{}'), count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;

-- round trip 2 as audience_operator for SECURITY
select count(*) as n
from staff
where true;
