-- One entry for each change, each statement that returned people, and each denial. Written, never rewritten.

create type audit_action as enum ('READ', 'WRITE', 'REVEAL', 'DENIED');

create table audit_entries (
  id                  uuid primary key,
  recorded_at         timestamptz not null default statement_timestamp(),
  action              audit_action not null,
  audience            text not null,
  viewer_id           uuid,
  customer_id         uuid,
  service_provider_id uuid,
  purpose             text not null,
  operation           text not null,
  subject_kind        text,
  fields              text[] not null default '{}',
  subject_ids         uuid[] not null default '{}',
  first_change        bigint,
  last_change         bigint,
  row_count           integer not null default 0,
  request_id          uuid
);
select guard('audit_entries');
comment on column audit_entries.viewer_id is 'Pseudonym of the person or client who acted';
comment on column audit_entries.subject_ids is 'Pseudonyms of the people concerned; feeds keep the range of change numbers instead';

create policy write_own on audit_entries for insert to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard
  with check (audience = viewer_audience() and viewer_id is not distinct from viewer_id());
grant insert (id, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, subject_kind, fields,
    subject_ids, first_change, last_change, row_count, request_id)
  on audit_entries to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard;

create policy read_all on audit_entries for select to audience_privacy_officer using (true);
grant select on audit_entries to audience_privacy_officer;

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are written once and never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger never_rewritten before update or delete on audit_entries
  for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on audit_entries
  for each statement execute function refuse_rewriting();
alter table audit_entries enable always trigger never_rewritten;
alter table audit_entries enable always trigger never_truncated;
