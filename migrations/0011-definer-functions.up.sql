-- Everything that works without reach. Each function does one thing, is owned by a role that may do only
-- that, pins its search path, and answers nothing about a row beyond what its name says.

-- 1. What a subject may be processed for, derived from its ledger. Owner: lawfulness.
create function permitted_purposes(derived_kind subject_kind, ids uuid[])
  returns table (id uuid, bits integer, until timestamptz, has_consent boolean)
  language sql stable as $$
    select asked, coalesce(bit_or(purpose_bit(b.purpose)), 0), coalesce(min(b.valid_until), 'infinity'),
      coalesce(bool_or(b.lawful_basis = 'CONSENT' and b.purpose in ('MARKETING_AND_SALES', 'NEWSLETTER')), false)
    from unnest(ids) asked
    left join lateral (
      select l.purpose, l.lawful_basis, l.valid_until from lawful_bases l
      where l.subject_id = asked and l.subject_kind = derived_kind
        and l.transition = 'ESTABLISHED' and l.effective_at <= decision_time() and l.valid_until > decision_time()
        and not exists (select from lawful_bases e where e.ends = l.id)
      offset 0) b on true
    group by asked
  $$;

create function derive_permitted_purposes(derived_kind subject_kind, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  updated integer;
begin
  case derived_kind
    when 'CUSTOMER' then
      update customers s set purposes = d.bits, purposes_valid_until = d.until
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'CUSTOMER_CONTACT' then
      update customer_contacts s set purposes = d.bits, purposes_valid_until = d.until
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'PLATFORM_USER' then
      update platform_users s set purposes = d.bits, purposes_valid_until = d.until
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'PROSPECT' then
      update prospects s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.has_consent and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'SUBSCRIBER' then
      update subscribers s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.has_consent and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
  end case;
  get diagnostics updated = row_count;
  if updated <> cardinality(ids) then
    raise exception 'A lawful basis names a % that does not exist', derived_kind using errcode = 'foreign_key_violation';
  end if;
end $$;

create function derive_from_added_bases() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  touched record;
begin
  if exists (
    select from added a where a.transition = 'ESTABLISHED' and not exists (
      select from register_bases r where r.subject_kind = a.subject_kind and r.purpose = a.purpose
        and r.lawful_basis = a.lawful_basis)) then
    raise exception 'The processing register allows no such basis' using errcode = 'check_violation';
  end if;
  if exists (select from added a where not exists (select from lawful_bases b where b.id = a.id)) then
    raise exception 'The derivation cannot read the ledger' using errcode = 'insufficient_privilege';
  end if;
  for touched in select subject_kind, array_agg(distinct subject_id) as ids from added group by subject_kind loop
    perform derive_permitted_purposes(touched.subject_kind, touched.ids);
  end loop;
  return null;
end $$;
create trigger derive_purposes after insert on lawful_bases
  referencing new table as added for each statement execute function derive_from_added_bases();

-- Time passes without a row being written: what expired is derived anew by a job.
create function derive_expired() returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  derived integer := 0;
  expired record;
begin
  for expired in
    select k.kind, array_agg(k.id) as ids from (
      (select 'CUSTOMER'::subject_kind as kind, id from customers where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'CUSTOMER_CONTACT', id from customer_contacts where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'PLATFORM_USER', id from platform_users where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'PROSPECT', id from prospects where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'SUBSCRIBER', id from subscribers where purposes_valid_until <= decision_time() limit 1000)
    ) k group by k.kind
  loop
    perform derive_permitted_purposes(expired.kind, expired.ids);
    derived := derived + cardinality(expired.ids);
  end loop;
  return derived;
end $$;

-- No record of any kind without a basis, asked when the transaction commits.
create function require_lawful_basis() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from lawful_bases where subject_id = new.id and subject_kind = tg_argv[0]::subject_kind) then
    raise exception 'A record of kind % was brought in without a lawful basis', tg_argv[0]
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger held_on_a_basis after insert on customers
  deferrable initially deferred for each row execute function require_lawful_basis('CUSTOMER');
create constraint trigger held_on_a_basis after insert on customer_contacts
  deferrable initially deferred for each row execute function require_lawful_basis('CUSTOMER_CONTACT');
create constraint trigger held_on_a_basis after insert on platform_users
  deferrable initially deferred for each row execute function require_lawful_basis('PLATFORM_USER');
create constraint trigger held_on_a_basis after insert on prospects
  deferrable initially deferred for each row execute function require_lawful_basis('PROSPECT');
create constraint trigger held_on_a_basis after insert on subscribers
  deferrable initially deferred for each row execute function require_lawful_basis('SUBSCRIBER');

-- 2. Support reads one masked address; the entry is part of the reading. Owner: revealer.
create function reveal_email_address(entry_id uuid, revealed_kind subject_kind, revealed_id uuid, entry_request_id uuid)
  returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  address text;
begin
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
create policy reveal on audit_entries for insert to revealer with check (action = 'REVEAL' and audience = 'SUPPORT');
grant insert on audit_entries to revealer;

-- 3. Addresses that may not be brought in: suppressed, or of a person whose record is closed. The two
-- answer alike, so that nothing is said about a row. Owner: suppressor.
create function closed_addresses(asked_kind subject_kind, hashes bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select email_hash from suppressions where email_hash = any (hashes)
    union select email_hash from prospects where asked_kind = 'PROSPECT' and email_hash = any (hashes)
      and ((purposes & 8) = 0 or purposes_valid_until <= decision_time())
    union select email_hash from subscribers where asked_kind = 'SUBSCRIBER' and email_hash = any (hashes)
      and ((purposes & 16) = 0 or purposes_valid_until <= decision_time())
  $$;

-- 4. An address must not be mailed any more, whoever it belongs to. Owner: suppressor.
create function suppress(suppressed_hash bytea, suppressed_reason text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into suppressions (email_hash, reason) values (suppressed_hash, suppressed_reason) on conflict do nothing
  $$;
create function derive_from_suppression() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform derive_permitted_purposes('PROSPECT', array(select id from prospects where email_hash = new.email_hash));
  perform derive_permitted_purposes('SUBSCRIBER', array(select id from subscribers where email_hash = new.email_hash));
  return null;
end $$;
create trigger derive_contactability after insert on suppressions
  for each row execute function derive_from_suppression();

-- 5. Which of these users our own platform names wrongly; who of the prospects our own tools met. Owner: finder.
create function unknown_platform_users(customer_ids uuid[], ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.id from unnest(customer_ids, ids) as a (customer_id, id)
    where not exists (select from platform_users u where u.customer_id = a.customer_id and u.id = a.id)
  $$;
create function prospects_at(hashes bytea[]) returns table (email_hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.email_hash, p.id from prospects p where p.email_hash = any (hashes)
      and (p.purposes & 8) <> 0 and p.purposes_valid_until > decision_time()
  $$;

-- 6. A job queued with the change that asks for it. Owner: queue_owner.
create function queue_job(task text, payload json, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not (current_setting('role'), task) in (('audience_intake', 'compute_figures')) then
    raise exception 'This audience may not queue the job %', task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := queue_job.job_key, max_attempts := 5);
end $$;

-- 7. Jobs by id and state, without payloads or messages, in which people could stand. Owner: queue_owner.
create function job_list() returns table (
    id bigint, task text, state text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select j.id, t.identifier,
      case when j.attempts >= j.max_attempts and j.locked_at is null then 'FAILED'
        when j.locked_at is not null then 'RUNNING' when j.attempts > 0 then 'RETRYING' else 'QUEUED' end,
      j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id;
end $$;

-- Owners, and who may call. A function's owner needs CREATE on the schema for the moment of its making only.
grant create on schema public to lawfulness, revealer, suppressor, finder, outbox_writer, queue_owner;
alter function permitted_purposes(subject_kind, uuid[]) owner to lawfulness;
alter function derive_permitted_purposes(subject_kind, uuid[]) owner to lawfulness;
alter function derive_from_added_bases() owner to lawfulness;
alter function derive_expired() owner to lawfulness;
alter function derive_from_suppression() owner to lawfulness;
alter function require_lawful_basis() owner to lawfulness;
alter function reveal_email_address(uuid, subject_kind, uuid, uuid) owner to revealer;
alter function closed_addresses(subject_kind, bytea[]) owner to suppressor;
alter function suppress(bytea, text) owner to suppressor;
alter function unknown_platform_users(uuid[], uuid[]) owner to finder;
alter function prospects_at(bytea[]) owner to finder;
alter function outbox_prospects() owner to outbox_writer;
alter function outbox_subscribers() owner to outbox_writer;
alter function queue_job(text, json, text) owner to queue_owner;
alter function job_list() owner to queue_owner;
revoke create on schema public from lawfulness, revealer, suppressor, finder, outbox_writer, queue_owner;

set local role lawfulness;
revoke execute on function permitted_purposes(subject_kind, uuid[]), derive_permitted_purposes(subject_kind, uuid[]),
  derive_from_added_bases(), derive_expired(), derive_from_suppression(), require_lawful_basis() from public;
grant execute on function derive_expired() to job_deriver;
set local role revealer;
revoke execute on function reveal_email_address(uuid, subject_kind, uuid, uuid) from public;
grant execute on function reveal_email_address(uuid, subject_kind, uuid, uuid) to audience_support;
set local role suppressor;
revoke execute on function closed_addresses(subject_kind, bytea[]), suppress(bytea, text) from public;
grant execute on function closed_addresses(subject_kind, bytea[]), suppress(bytea, text) to audience_marketing;
set local role finder;
revoke execute on function unknown_platform_users(uuid[], uuid[]), prospects_at(bytea[]) from public;
grant execute on function unknown_platform_users(uuid[], uuid[]), prospects_at(bytea[]) to audience_intake;
set local role outbox_writer;
revoke execute on function outbox_prospects(), outbox_subscribers() from public;
set local role queue_owner;
revoke execute on function queue_job(text, json, text), job_list() from public;
grant execute on function queue_job(text, json, text) to audience_intake;
grant execute on function job_list() to audience_operator;
set local role owner;
