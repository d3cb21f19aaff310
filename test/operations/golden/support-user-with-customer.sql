-- round trip 1 as audience_support for CUSTOMER_SUPPORT
with r as materialized (
  select id as "id", customer_id as "customerId", name as "name", role as "role", state as "state",
      email_masked as "emailMasked", created_at as "createdAt"
  from platform_users
  where (purposes & 32) <> 0
    and purposes_valid_until > (select decision_time())
    and id = $1::uuid
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, array_remove(array["id"], null), 1
  from r
)
select *
from r;
select id as "id", name as "name", country as "country", state as "state"
from customers
where id in (
  select p.id
  from (
    select customer_id
    from platform_users
    where (purposes & 32) <> 0
      and purposes_valid_until > (select decision_time())
      and id = $1::uuid
  ) p (id)
)
  and (purposes & 32) <> 0
  and purposes_valid_until > (select decision_time());
