-- The audit, sealed: each entry gets a number without gaps, stands in a chain of hashes and in a Merkle tree whose heads are
-- signed (RFC 9162 §2.1). Entries are written as ever and wait; one sealer takes them in the order in which they were
-- committed. Entries and seals lie in a partition for each month of their identifiers.

alter table audit_entries rename to audit_entries_unpartitioned;
alter index audit_entries_pkey rename to audit_entries_unpartitioned_pkey;
alter index audit_entries_of_viewer rename to audit_entries_unpartitioned_of_viewer;
create table audit_entries (like audit_entries_unpartitioned including defaults including comments)
  partition by range (id);
-- random bytes can't be compressed: trying costs a read of many people more than writing them does
alter table audit_entries add primary key (id), alter column subject_ids set storage external;
create index audit_entries_of_viewer on audit_entries (viewer_id, id);
select guard('audit_entries');
alter table audit_entries add column sealed_values bytea;
comment on column audit_entries.sealed_values is 'What was written of the one person whom it is about, under that person''s key';

create policy write_own on audit_entries for insert to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard
  with check (audience = viewer_audience() and viewer_id is not distinct from viewer_id()
    and customer_id is not distinct from viewer_customer() and action <> 'REVEAL');
grant insert (id, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, subject_kind, fields,
    subject_ids, first_change, last_change, row_count, request_id, basis_ids, sealed_values)
  on audit_entries to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard;
create policy read_all on audit_entries for select to audience_privacy_officer using (true);
grant select on audit_entries to audience_privacy_officer;
create policy reveal on audit_entries for insert to revealer with check (action = 'REVEAL' and audience = 'SUPPORT');
grant insert on audit_entries to revealer;
create policy sign_in on audit_entries for insert to sign_in with check (action in ('WRITE', 'DENIED') and purpose = 'SECURITY');
grant insert (id, action, audience, viewer_id, customer_id, purpose, operation, subject_kind, fields, subject_ids, row_count, request_id)
  on audit_entries to sign_in;
create policy seal on audit_entries for select to job_sealer using (true);
grant select on audit_entries to job_sealer;

-- What was committed and is not sealed yet.
create table audit_unsealed (
  tid      bigint generated always as identity primary key,
  entry_id uuid not null
);
select guard('audit_unsealed');
create policy wait on audit_unsealed for insert to outbox_writer with check (true);
grant insert on audit_unsealed to outbox_writer;
create policy seal on audit_unsealed to job_sealer using (true);
grant select, delete on audit_unsealed to job_sealer;
create policy read_all on audit_unsealed for select to audience_privacy_officer using (true);
grant select on audit_unsealed to audience_privacy_officer;

create table audit_seals (
  entry_id    uuid not null,
  number      bigint not null,
  salt        bytea not null,
  leaf_hash   bytea not null,
  chain_hash  bytea not null,
  subject_ids uuid[] not null,
  primary key (entry_id)
) partition by range (entry_id);
create index on audit_seals (number);
create index on audit_seals using gin (subject_ids);
alter table audit_seals alter column subject_ids set storage external;
select guard('audit_seals');
comment on column audit_seals.salt is 'Part of what is hashed: so nobody finds an entry by guessing';
comment on column audit_seals.subject_ids is 'Pseudonyms of the people whom the entry is about, those of a page of the feed as well';
create policy seal on audit_seals to job_sealer using (true) with check (true);
grant select, insert on audit_seals to job_sealer;
create policy read_all on audit_seals for select to audience_privacy_officer using (true);
grant select on audit_seals to audience_privacy_officer;

-- What each customer is shown: of every entry that is about its people or by them, the part that is its own. A tree for each.
create table access_log (
  customer_id  uuid not null,
  id           uuid not null,
  number       bigint not null,
  recorded_at  timestamptz not null,
  action       audit_action not null,
  audience     text not null,
  purpose      text not null,
  operation    text not null,
  subject_kind text,
  fields       text[] not null,
  subject_ids  uuid[] not null,
  parent_hash  bytea not null,
  leaf_hash    bytea not null,
  chain_hash   bytea not null,
  primary key (customer_id, id)
) partition by range (id);
create index on access_log (customer_id, number);
create index on access_log using gin (subject_ids);
alter table access_log alter column subject_ids set storage external;
select guard('access_log');
comment on column access_log.id is 'Of the entry';
comment on column access_log.subject_ids is 'Pseudonyms of those of the customer''s people whom the entry is about';
comment on column access_log.parent_hash is 'The salted hash of the whole entry: binds the part to it and tells nothing of the rest';
create policy seal on access_log to job_sealer using (true) with check (true);
grant select, insert on access_log to job_sealer;
create policy of_customer on access_log for select to audience_account_administrator
  using (customer_id = (select viewer_customer()));
create policy about_me on access_log for select to audience_platform_user
  using (customer_id = (select viewer_customer()) and (select viewer_id()) = any (subject_ids));
grant select on access_log to audience_account_administrator;
grant select (customer_id, id, recorded_at, action, audience, purpose, operation, subject_kind, fields)
  on access_log to audience_platform_user;

-- The heads of the trees, each from the number behind the one before: two that begin at one number can't stand.
create table audit_heads (
  id           uuid primary key,
  customer_id  uuid,
  first_number bigint not null,
  size         bigint not null,
  root         bytea not null,
  chain_hash   bytea not null,
  frontier     bytea not null,
  signed_at    timestamptz not null,
  complete_at  timestamptz,
  after        timestamptz,
  key_id       text not null,
  signature    bytea not null,
  unique nulls not distinct (customer_id, first_number),
  check (size >= first_number)
);
create unique index audit_heads_latest on audit_heads (customer_id, size desc) nulls not distinct;
select guard('audit_heads');
comment on column audit_heads.customer_id is 'Whose tree it is; null for that of all entries';
comment on column audit_heads.complete_at is 'Whatever was committed by then is below a head; null while a first backlog is worked off';
comment on column audit_heads.after is 'When the heads were complete before this one: what is new below it was written since';
comment on column audit_heads.frontier is 'The roots of the whole subtrees, 32 bytes each, the largest first: what the next head follows from';
create policy seal on audit_heads to job_sealer using (true) with check (true);
grant select, insert on audit_heads to job_sealer;
create policy read_all on audit_heads for select to audience_privacy_officer using (true);
create policy of_customer on audit_heads for select to audience_account_administrator
  using (customer_id = (select viewer_customer()));
grant select on audit_heads to audience_privacy_officer, audience_account_administrator;

-- Whose people an entry is about, for the sealer.
create policy seal on platform_users for select to job_sealer using (true);
grant select (id, customer_id) on platform_users to job_sealer;
create policy seal on customer_contacts for select to job_sealer using (true);
grant select (id, customer_id) on customer_contacts to job_sealer;
create policy seal on customers for select to job_sealer using (true);
grant select (id) on customers to job_sealer;
create policy seal on feed for select to job_sealer using (true);
grant select (change_number, subject_kind, subject_id) on feed to job_sealer;

-- Partitions, in a schema that nobody enters: everything before this month, this month and the two that follow; the default one
-- takes what a wrong clock has dated. The sealer asks for more in time.
create schema partitions;
create function make_audit_partitions() returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  part text;
  month date;
  monthly text;
begin
  foreach part in array array['audit_entries', 'audit_seals', 'access_log'] loop
    for ahead in 0..2 loop
      month := date_trunc('month', decision_time() at time zone 'UTC')::date + make_interval(months => ahead);
      monthly := 'partitions.' || part || to_char(month, '"_"YYYY"_"MM');
      if to_regclass(monthly) is null then
        begin
          -- attached, and not made in its place, so that nobody who writes has to wait
          execute format('create table %s (like %I including defaults including constraints including storage)', monthly, part);
          perform guard_partition(monthly::regclass);
          execute format('alter table %I attach partition %s for values from (%L) to (%L)', part, monthly,
            uuid_at(month), uuid_at((month + interval '1 month')::date));
        exception when check_violation then
          raise warning 'Entries of % lie in the default partition already, and stay there', month;
        end;
      end if;
    end loop;
  end loop;
end $$;

-- The smallest identifier of version 7 of a day (RFC 9562 §5.7).
create function uuid_at(day date) returns uuid
  language sql immutable strict as $$
    select (lpad(to_hex((extract(epoch from day) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
  $$;

create function guard_partition(part regclass) returns void language plpgsql as $$
begin
  perform guard(part);
  execute format('create trigger never_truncated before truncate on %s for each statement execute function refuse_rewriting()', part);
  execute format('alter table %s enable always trigger never_truncated', part);
end $$;
revoke execute on function make_audit_partitions(), uuid_at(date), guard_partition(regclass) from public;
grant execute on function make_audit_partitions() to job_sealer;

do $$
declare
  part text;
begin
  foreach part in array array['audit_entries', 'audit_seals', 'access_log'] loop
    execute format('create table partitions.%I partition of %I for values from (minvalue) to (%L)', part || '_before', part,
      uuid_at(date_trunc('month', statement_timestamp() at time zone 'UTC')::date));
    execute format('create table partitions.%I partition of %I default', part || '_undated', part);
    perform guard_partition(('partitions.' || part || each)::regclass) from unnest(array['_before', '_undated']) each;
  end loop;
  perform make_audit_partitions();
end $$;

create function await_seal() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into audit_unsealed (entry_id) values (new.id);
  return null;
end $$;
create trigger await_seal after insert on audit_entries for each row execute function await_seal();
create trigger never_rewritten before update or delete on audit_entries
  for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on audit_entries
  for each statement execute function refuse_rewriting();
alter table audit_entries enable always trigger await_seal;
alter table audit_entries enable always trigger never_rewritten;
alter table audit_entries enable always trigger never_truncated;

-- Seals are written once as well.
do $$
declare
  sealed text;
begin
  foreach sealed in array array['audit_seals', 'access_log', 'audit_heads'] loop
    execute format('create trigger never_rewritten before update or delete on %I for each row execute function refuse_rewriting()', sealed);
    execute format('create trigger never_truncated before truncate on %I for each statement execute function refuse_rewriting()', sealed);
    execute format('alter table %I enable always trigger never_rewritten', sealed);
    execute format('alter table %I enable always trigger never_truncated', sealed);
  end loop;
end $$;

grant create on schema public to outbox_writer, finder;
alter function await_seal() owner to outbox_writer;
set local role outbox_writer;
revoke execute on function await_seal() from public;
grant execute on function await_seal() to owner; -- who puts it on new partitions
set local role owner;

insert into audit_entries
  select *, null from audit_entries_unpartitioned order by id;
drop table audit_entries_unpartitioned;

-- Which entries are about a record: an array is searched by its index in here alone. Owner: finder.
create policy find_entries on audit_seals for select to finder using (true);
grant select (entry_id, subject_ids) on audit_seals to finder;
create policy find_waiting on audit_unsealed for select to finder using (true);
grant select (entry_id) on audit_unsealed to finder;
create policy find_unsealed on audit_entries for select to finder using (true);
grant select (id, subject_ids) on audit_entries to finder;
create policy find_accesses on access_log for select to finder using (true);
grant select (customer_id, id, subject_ids) on access_log to finder;
create function entries_about(subject_id uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  return query select entry_id from audit_seals where subject_ids @> array[subject_id]
    union all select w.entry_id from audit_unsealed w join audit_entries e on e.id = w.entry_id
      where subject_id = any (e.subject_ids);
end $$;
create function accesses_to(subject_id uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  return query select id from access_log where customer_id = viewer_customer() and subject_ids @> array[subject_id]
    and (viewer_audience() = 'ACCOUNT_ADMINISTRATOR' or subject_id = viewer_id());
end $$;
alter function entries_about(uuid) owner to finder;
alter function accesses_to(uuid) owner to finder;
set local role finder;
revoke execute on function entries_about(uuid), accesses_to(uuid) from public;
grant execute on function entries_about(uuid) to audience_privacy_officer;
grant execute on function accesses_to(uuid) to audience_account_administrator, audience_platform_user;
set local role owner;
revoke create on schema public from outbox_writer, finder;

-- The whole log, and a customer's own, as files that anybody can verify.
alter type export_kind add value if not exists 'SEALED_AUDIT';
alter type export_kind add value if not exists 'ACCESS_LOG';
