-- Imports of whole files: what was asked, how far each is, and what it did, row by row, so that it can be undone.

-- When somebody changed a contact last: a file that was sent before says nothing against it.
create function stamp_change() returns trigger language plpgsql as $$
begin
  new.changed_at := decision_time();
  return new;
end $$;
alter table prospects add column changed_at timestamptz not null default decision_time();
alter table subscribers add column changed_at timestamptz not null default decision_time();
create trigger stamp_change before update on prospects for each row
  when ((old.name, old.kind, old.company_name, old.email_address) is distinct from (new.name, new.kind, new.company_name, new.email_address))
  execute function stamp_change();
create trigger stamp_change before update on subscribers for each row
  when ((old.name, old.email_address) is distinct from (new.name, new.email_address)) execute function stamp_change();
grant select (changed_at) on prospects, subscribers to audience_marketing;

create type import_kind as enum ('PROSPECTS', 'SUBSCRIBERS');
create type import_tool as enum ('MAILCHIMP', 'BREVO', 'HUBSPOT', 'OTHER');
create type import_state as enum (
  'PREPARED', 'QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE');

create table imports (
  id              uuid primary key,
  file_id         uuid not null,
  file_name       text not null,
  byte_count      integer not null,
  kind            import_kind not null,
  tool            import_tool not null,
  encoding        text not null,
  delimiter       text not null,
  columns         text[] not null,
  mapping         jsonb not null,
  source          text check (length(source) between 1 and 200),
  wording         text check (length(wording) <= 2000),
  confirmed_at    timestamptz,
  state           import_state not null default 'PREPARED',
  batches_done    integer not null default 0,
  rows_read       integer not null default 0,
  bytes_read      integer not null default 0,
  added           integer not null default 0,
  changed         integer not null default 0,
  unchanged       integer not null default 0,
  stopped         integer not null default 0,
  refused         integer not null default 0,
  restored        integer not null default 0,
  kept            integer not null default 0,
  undone_from     integer not null default 2147483647,
  failure         text,
  errors_file_id  uuid,
  created_by      uuid not null,
  acting_for      uuid,
  created_at      timestamptz not null default decision_time(),
  started_at      timestamptz,
  ended_at        timestamptz,
  check (state in ('PREPARED', 'CANCELLED') or (source is not null and acting_for is not null))
);
create index imports_at_work on imports (created_at) where state in ('QUEUED', 'RUNNING', 'UNDOING');
select guard('imports');
comment on column imports.mapping is 'Which column, counted from 0, each field is read from';
comment on column imports.wording is 'What the people were shown when they agreed';
comment on column imports.confirmed_at is 'When they confirmed it at the latest, where a row does not say';
comment on column imports.acting_for is 'On whose word the job goes on';
comment on column imports.undone_from is 'Rows from this one on were looked at when undoing';
comment on column imports.kept is 'Of an undone import: rows that somebody changed since, and that stayed';

create policy market on imports for select to audience_marketing using (true);
create policy prepare on imports for insert to audience_marketing
  with check (created_by = (select viewer_id()) and state = 'PREPARED');
create policy go_on on imports for update to audience_marketing using (true) with check (true);
grant select,
  insert (id, file_id, file_name, byte_count, kind, tool, encoding, delimiter, columns, mapping, created_by),
  update (kind, mapping, source, wording, confirmed_at, state, batches_done, rows_read, bytes_read, added, changed,
    unchanged, stopped, refused, restored, kept, undone_from, acting_for, failure, errors_file_id, started_at, ended_at)
  on imports to audience_marketing;
create policy oversee on imports for select to audience_privacy_officer using (true);
grant select on imports to audience_privacy_officer;

-- Whose import a job goes on with: it acts as that person, and asks anew at each batch whether that is still right.
create policy take on imports for select to job_importer using (state in ('QUEUED', 'RUNNING', 'UNDOING'));
create policy give_up on imports for update to job_importer
  using (state in ('QUEUED', 'RUNNING', 'UNDOING')) with check (state = 'FAILED');
grant select (id, state, acting_for), update (state, failure, ended_at) on imports to job_importer;

create type import_outcome as enum ('ADDED', 'CHANGED');

create table import_rows (
  import_id    uuid not null references imports,
  row_number   integer not null,
  subject_kind subject_kind not null,
  subject_id   uuid not null,
  outcome      import_outcome not null,
  old_name     text,
  new_name     text not null,
  brought_at   timestamptz not null default decision_time(),
  primary key (import_id, row_number)
);
create index import_rows_of_subject on import_rows (subject_id);
select guard('import_rows');
comment on column import_rows.subject_id is 'Pseudonym of the person';
comment on column import_rows.old_name is 'The name before';
comment on column import_rows.new_name is 'The name that the file gave';
create policy record on import_rows for insert to audience_marketing with check (subject_kind in ('PROSPECT', 'SUBSCRIBER'));
grant insert (import_id, row_number, subject_kind, subject_id, outcome, old_name, new_name)
  on import_rows to audience_marketing;

create table import_refusals (
  import_id  uuid not null references imports,
  row_number integer not null,
  field      text,
  code       text not null,
  message    text not null,
  primary key (import_id, row_number)
);
select guard('import_refusals');
create policy market on import_refusals for select to audience_marketing using (true);
create policy record on import_refusals for insert to audience_marketing with check (true);
grant select, insert on import_refusals to audience_marketing;

-- How the columns of a file were read the last time, for all of marketing.
create table import_mappings (
  columns_hash bytea primary key check (octet_length(columns_hash) = 32),
  mapping      jsonb not null,
  used_at      timestamptz not null default decision_time()
);
select guard('import_mappings');
create policy market on import_mappings to audience_marketing using (true) with check (true);
grant select, insert, update on import_mappings to audience_marketing;

alter type basis_transition add value 'IMPORT_UNDONE';
