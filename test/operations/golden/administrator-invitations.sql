-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress", invited_by as "invitedBy",
      invited_at as "invitedAt", expires_at as "expiresAt", customer_id as "customerId", role as "role",
      accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt",
      row_number() over (order by id desc) > 2 as "isAhead"
  from user_invitations
  where customer_id = $1::uuid
  order by id desc
  limit 3
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

-- round trip 2 as audience_account_administrator for SERVICE_PERFORMANCE
select count(*) as n
from user_invitations
where customer_id = $1::uuid;
