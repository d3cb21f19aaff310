-- Whoever asks is somebody: without a viewer, an audience's role sees and writes nothing, whatever else its policies
-- let through. PUBLIC alone may be nobody in particular.

-- Restrictive: asked beside each other policy, of every command. One policy for each table.
create function let_in_somebody_only(guarded regclass) returns void language plpgsql as $$
begin
  execute format('create policy somebody on %s as restrictive to
    audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
    audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
    audience_dashboard
    using ((select viewer_id()) is not null)', guarded);
end $$;
revoke execute on function let_in_somebody_only(regclass) from public;

select let_in_somebody_only(oid) from pg_class
  where relnamespace = 'public'::regnamespace and relforcerowsecurity;

-- Row security on, for the owner as well, who alone gets a policy here; and nobody unnamed gets in.
create or replace function guard(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy owner_all on %s to owner using (true) with check (true)', guarded);
  perform let_in_somebody_only(guarded);
end $$;

-- The view reads with its owner's rights, so it asks by itself.
create or replace view account_administrators with (security_barrier) as
  select customer_id, id, name, email_address
  from platform_users
  where customer_id = (select viewer_customer()) and role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE'
    and (purposes & 1) <> 0 and purposes_valid_until > (select decision_time())
    and (select viewer_id()) is not null;

-- So do the definer functions that an audience may call. Whoever signs in is nobody yet, and has a role for that.
create function refuse_nobody() returns void
  language plpgsql stable as $$
begin
  if public.viewer_id() is null and current_setting('role') not in ('audience_public', 'sign_in') then
    raise exception 'Nobody is named who asks' using errcode = 'insufficient_privilege';
  end if;
end $$;

grant create on schema public to revealer, suppressor, finder, queue_owner;

set local role revealer;
create or replace function reveal_email_address(
    entry_id uuid, revealed_kind subject_kind, revealed_id uuid, entry_request_id uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  address text;
begin
  perform refuse_nobody();
  if revealed_kind = 'PLATFORM_USER' then
    select email_address into address from platform_users where id = revealed_id;
  elsif revealed_kind = 'CUSTOMER_CONTACT' then
    select email_address into address from customer_contacts where id = revealed_id;
  end if;
  if address is null then return null; end if;
  insert into audit_entries (id, action, audience, viewer_id, purpose, operation, subject_kind, fields, subject_ids,
    row_count, request_id)
  values (entry_id, 'REVEAL', viewer_audience(), viewer_id(), 'CUSTOMER_SUPPORT', 'revealEmailAddress', revealed_kind,
    '{emailAddress}', array[revealed_id], 1, entry_request_id);
  return address;
end $$;

set local role suppressor;
create or replace function closed_addresses(asked_kind subject_kind, hashes bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select email_hash from suppressions where email_hash = any (hashes)
    union select email_hash from prospects where asked_kind = 'PROSPECT' and email_hash = any (hashes)
      and ((purposes & 8) = 0 or purposes_valid_until <= decision_time())
    union select email_hash from subscribers where asked_kind = 'SUBSCRIBER' and email_hash = any (hashes)
      and ((purposes & 16) = 0 or purposes_valid_until <= decision_time())
  $$;
create or replace function suppress(suppressed_hash bytea, suppressed_reason text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    insert into suppressions (email_hash, reason) values (suppressed_hash, suppressed_reason) on conflict do nothing
  $$;

set local role finder;
create or replace function unknown_platform_users(customer_ids uuid[], ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select a.id from unnest(customer_ids, ids) as a (customer_id, id)
    where not exists (select from platform_users u where u.customer_id = a.customer_id and u.id = a.id)
  $$;
create or replace function prospects_at(hashes bytea[]) returns table (email_hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select p.email_hash, p.id from prospects p where p.email_hash = any (hashes)
      and (p.purposes & 8) <> 0 and p.purposes_valid_until > decision_time()
  $$;

set local role queue_owner;
create or replace function queue_job(task text, payload json, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  if not (current_setting('role'), task) in (('audience_intake', 'compute_figures')) then
    raise exception 'This audience may not queue the job %', task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := queue_job.job_key, max_attempts := 5);
end $$;
create or replace function job_list() returns table (
    id bigint, task text, state text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  return query select j.id, t.identifier,
      case when j.attempts >= j.max_attempts and j.locked_at is null then 'FAILED'
        when j.locked_at is not null then 'RUNNING' when j.attempts > 0 then 'RETRYING' else 'QUEUED' end,
      j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id;
end $$;

set local role owner;
revoke create on schema public from revealer, suppressor, finder, queue_owner;
