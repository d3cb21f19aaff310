-- round trip 1 as audience_account_administrator for SERVICE_PERFORMANCE
begin;
select
where needs_no_invitation($1::uuid, $2::bytea);

-- round trip 2 as sign_in for SECURITY
insert into sign_in_rates as r (key, tries, resets_at)
select key, 1, decision_time() + make_interval(secs => seconds)
from unnest($1::bytea[], $2::integer[], $3::bytea[]) as t (key, seconds, unless)
where not exists (
  select
  from sign_in_rates k
  where k.key = t.unless
    and k.resets_at > decision_time()
)
on conflict (key) do
update
set tries = case when r.resets_at <= decision_time() then 1 else r.tries + 1 end,
    resets_at = case when r.resets_at <= decision_time() then excluded.resets_at else r.resets_at end
returning encode(key, 'hex') as key, tries,
    ceil(extract(epoch from resets_at - decision_time()))::integer as seconds;

-- round trip 3 as audience_account_administrator for SERVICE_PERFORMANCE
insert into user_invitations (customer_id, id, name, email_address, email_canonical, email_hash, role,
    invited_by, expires_at)
values ($1::uuid, $2::uuid, $3, $4, $5, $6::bytea, $7::user_role, $8::uuid,
    decision_time() + make_interval(days => $9::integer));
select queue_mail($1::uuid, $2::mail_kind, $3::uuid);
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 4 as audience_account_administrator for SERVICE_PERFORMANCE
commit;

-- round trip 5 as audience_account_administrator for SERVICE_PERFORMANCE
with r as materialized (
  select id as "id", name as "name", email_address as "emailAddress", invited_by as "invitedBy",
      invited_at as "invitedAt", expires_at as "expiresAt", customer_id as "customerId", role as "role",
      accepted_at as "acceptedAt", withdrawn_at as "withdrawnAt"
  from user_invitations
  where customer_id = $1::uuid
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
