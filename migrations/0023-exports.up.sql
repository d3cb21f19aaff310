-- Exports: what was taken out, by whom, for whom or why, how far each is, and each time that it left.

alter type file_use add value 'EXPORT';
create type export_kind as enum ('PROSPECTS', 'SUBSCRIBERS', 'PLATFORM_USERS', 'AUDIT_ENTRIES', 'DISCLOSURES');
create type export_format as enum ('CSV', 'NDJSON');
create type export_state as enum ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED');

-- Whether a provider may be given these contacts now.
create function agreement_covers_export(provider uuid, exported export_kind) returns boolean
  language sql stable as $$
    select exists (
      select from provider_agreements
      where service_provider_id = provider and in_force_from <= decision_time()
        and (ended_at is null or ended_at > decision_time())
        and case exported
          when 'PROSPECTS' then 'PROSPECT' = any (kinds) and 'MARKETING_AND_SALES' = any (purposes)
          when 'SUBSCRIBERS' then 'SUBSCRIBER' = any (kinds) and 'NEWSLETTER' = any (purposes)
          else false end)
  $$;
create policy know_in_force_to_market on provider_agreements for select to audience_marketing using (true);
grant select (service_provider_id, kinds, purposes, in_force_from, ended_at) on provider_agreements to audience_marketing;
create policy recipients on service_providers for select to audience_marketing
  using (agreement_covers_export(id, 'PROSPECTS') or agreement_covers_export(id, 'SUBSCRIBERS'));
grant select (id, name) on service_providers to audience_marketing;

create table exports (
  id                  uuid primary key,
  audience            text not null,
  customer_id         uuid references customers,
  kind                export_kind not null,
  format              export_format not null,
  is_compressed       boolean not null,
  only_mailable       boolean not null,
  service_provider_id uuid references service_providers,
  reason              text check (length(reason) between 1 and 500),
  columns             text[] not null,
  file_name           text not null,
  state               export_state not null default 'QUEUED',
  rows_expected       integer not null default 0,
  row_count           integer not null default 0,
  byte_count          bigint,
  sha256              text,
  file_id             uuid,
  failure             text,
  created_by          uuid not null,
  created_at          timestamptz not null default decision_time(),
  started_at          timestamptz,
  ended_at            timestamptz,
  expires_at          timestamptz,
  constraint recipient_or_own_use check ((service_provider_id is null) <> (reason is null)),
  check ((state = 'DONE') <= (file_id is not null and sha256 is not null and expires_at is not null))
);
create index exports_of_maker on exports (created_by, id);
create index exports_at_work on exports (created_at) where state in ('QUEUED', 'RUNNING');
select guard('exports');
comment on column exports.reason is 'What it is for, where it stays with us';
comment on column exports.created_by is 'Whose it is';
comment on column exports.rows_expected is 'As the database estimates it when it begins';

create policy own on exports for select to audience_marketing
  using (created_by = (select viewer_id()) and audience = viewer_audience());
create policy ask on exports for insert to audience_marketing
  with check (created_by = (select viewer_id()) and audience = viewer_audience() and customer_id is null
    and (service_provider_id is null or agreement_covers_export(service_provider_id, kind)));
create policy go_on on exports for update to audience_marketing
  using (created_by = (select viewer_id()) and audience = viewer_audience())
  with check (created_by = (select viewer_id()) and audience = viewer_audience());
create policy of_customer on exports for select to audience_account_administrator
  using (customer_id = (select viewer_customer()) and audience = viewer_audience());
create policy ask_of_customer on exports for insert to audience_account_administrator
  with check (customer_id = (select viewer_customer()) and created_by = (select viewer_id()) and audience = viewer_audience()
    and service_provider_id is null);
create policy go_on_of_customer on exports for update to audience_account_administrator
  using (customer_id = (select viewer_customer()) and created_by = (select viewer_id()) and audience = viewer_audience())
  with check (customer_id = (select viewer_customer()) and created_by = (select viewer_id()) and audience = viewer_audience());
create policy oversee on exports for select to audience_privacy_officer using (true);
create policy ask_to_oversee on exports for insert to audience_privacy_officer
  with check (created_by = (select viewer_id()) and audience = viewer_audience() and customer_id is null
    and service_provider_id is null);
create policy go_on_to_oversee on exports for update to audience_privacy_officer
  using (created_by = (select viewer_id()) and audience = viewer_audience())
  with check (created_by = (select viewer_id()) and audience = viewer_audience());
grant select,
  insert (id, audience, customer_id, kind, format, is_compressed, only_mailable, service_provider_id, reason, columns, file_name, created_by),
  update (state, rows_expected, row_count, byte_count, sha256, file_id, failure, started_at, ended_at, expires_at)
  on exports to audience_marketing, audience_account_administrator, audience_privacy_officer;

-- Whose export a job makes: it acts as that person.
create policy take on exports for select to job_exporter using (state in ('QUEUED', 'RUNNING', 'FAILED'));
create policy tell on exports for update to job_exporter
  using (state in ('QUEUED', 'RUNNING')) with check (state in ('RUNNING', 'FAILED'));
grant select (id, state, kind, audience, customer_id, created_by), update (state, row_count, failure, ended_at)
  on exports to job_exporter;

-- Whoever tells that something has failed sees it once it has: so it is with imports as well.
alter policy take on imports using (state in ('QUEUED', 'RUNNING', 'UNDOING', 'FAILED'));

-- Whoever exports keeps the file, for as long as it lasts.
alter policy own on files to audience_marketing, audience_account_administrator, audience_privacy_officer;
alter policy keep on files to audience_marketing, audience_account_administrator, audience_privacy_officer;
alter policy end_own on files to audience_marketing, audience_account_administrator, audience_privacy_officer;
grant select (id, use, name, byte_count, sha256, data_key, audience, created_by, created_at, expires_at),
  insert (id, use, name, byte_count, sha256, data_key, audience, created_by, expires_at),
  update (expires_at)
  on files to audience_account_administrator, audience_privacy_officer;

-- A file that leaves is opened by one row before its first byte, and closed by a second one that says how it ended.
create type disclosure_outcome as enum ('COMPLETED', 'ABORTED');
alter table disclosures
  alter column first_change drop not null,
  alter column last_change drop not null,
  add column export_id uuid references exports,
  add column ends uuid references disclosures,
  add column outcome disclosure_outcome,
  add column sha256 text,
  add constraint by_feed_or_export check (
    (export_id is null) = (first_change is not null) and (export_id is null) = (last_change is not null)),
  add constraint ends_one_of_an_export check ((ends is null) = (outcome is null) and (ends is null or export_id is not null));
create unique index one_end_of_a_disclosure on disclosures (ends) where ends is not null;
create index disclosures_of_export on disclosures (export_id) where export_id is not null;
create policy record_export on disclosures for insert to audience_marketing
  with check (viewer_id = (select viewer_id())
    and exists (select from exports e where e.id = export_id and e.service_provider_id = disclosures.service_provider_id
      and (disclosures.ends is not null or agreement_covers_export(e.service_provider_id, e.kind))));
grant insert (id, service_provider_id, viewer_id, purposes, fields, contact_count, export_id, ends, outcome, sha256)
  on disclosures to audience_marketing;

grant create on schema public to queue_owner;
set local role queue_owner;
create or replace function queue_job(task text, payload json, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  if not (current_setting('role'), task) in (
      ('audience_intake', 'compute_figures'), ('audience_marketing', 'import_contacts'), ('audience_marketing', 'make_export'),
      ('audience_account_administrator', 'make_export'), ('audience_privacy_officer', 'make_export')) then
    raise exception 'This audience may not queue the job %', task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := queue_job.job_key,
    max_attempts := case task when 'import_contacts' then 25 else 5 end);
end $$;
grant execute on function queue_job(text, json, text) to audience_account_administrator, audience_privacy_officer;
set local role owner;
revoke create on schema public from queue_owner;
