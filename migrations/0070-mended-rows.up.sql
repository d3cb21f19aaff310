-- Rows of a file as somebody mended them before its import began. What was written is sealed under a key made from the file's
-- own, and goes when the file goes.
create table import_mends (
  import_id   uuid not null references imports,
  row_number  integer not null,
  file_id     uuid not null references files on delete cascade,
  is_left_out boolean not null,
  sealed      bytea,
  primary key (import_id, row_number),
  check (is_left_out = (sealed is null))
);
create index import_mends_of_file on import_mends (file_id);
select guard('import_mends');
comment on column import_mends.sealed is 'Which cells say what instead, sealed under a key made from that of the file';

-- Whoever may read the file; changed until the import begins. (Files are shown to their makers alone.)
create policy of_own_file on import_mends for select to audience_marketing
  using (exists (select from files f where f.id = file_id));
create policy mend on import_mends for insert to audience_marketing
  with check (exists (select from files f where f.id = file_id)
    and exists (select from imports i where i.id = import_id and i.file_id = import_mends.file_id and i.state = 'PREPARED'));
create policy mend_again on import_mends for update to audience_marketing
  using (exists (select from files f where f.id = file_id)
    and exists (select from imports i where i.id = import_id and i.state = 'PREPARED'))
  with check (exists (select from files f where f.id = file_id)
    and exists (select from imports i where i.id = import_id and i.state = 'PREPARED'));
create policy unmend on import_mends for delete to audience_marketing
  using (exists (select from files f where f.id = file_id)
    and exists (select from imports i where i.id = import_id and i.state = 'PREPARED'));
grant select, insert, update (is_left_out, sealed), delete on import_mends to audience_marketing;

alter table imports
  add column mended integer not null default 0,
  add column left_out integer not null default 0;
grant update (mended, left_out) on imports to audience_marketing;
