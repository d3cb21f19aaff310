-- Files: their bytes lie in a store, encrypted each under a key of its own; the key stands here, sealed. A file is its
-- maker's alone, and ends: first its key, then its bytes, then its row.

create type file_use as enum ('IMPORT', 'IMPORT_ERRORS');

create table files (
  id          uuid primary key,
  use         file_use not null,
  name        text not null check (length(name) between 1 and 200),
  byte_count  bigint not null,
  sha256      bytea not null check (octet_length(sha256) = 32),
  data_key    bytea,
  audience    text not null,
  created_by  uuid not null,
  created_at  timestamptz not null default decision_time(),
  expires_at  timestamptz not null
);
create index files_by_expiry on files (expires_at);
select guard('files');
comment on column files.name is 'The name under which it was sent, or is given out';
comment on column files.data_key is 'The sealed key of its bytes; null once nobody may read them';

create policy own on files for select to audience_marketing
  using (created_by = (select viewer_id()) and audience = viewer_audience() and expires_at > (select decision_time()));
create policy keep on files for insert to audience_marketing
  with check (created_by = (select viewer_id()) and audience = viewer_audience());
create policy end_own on files for update to audience_marketing
  using (created_by = (select viewer_id()) and audience = viewer_audience())
  with check (created_by = (select viewer_id()) and audience = viewer_audience());
grant select (id, use, name, byte_count, sha256, data_key, audience, created_by, created_at, expires_at),
  insert (id, use, name, byte_count, sha256, data_key, audience, created_by, expires_at),
  update (expires_at)
  on files to audience_marketing;

create policy sweep on files to job_sweeper
  using (expires_at <= decision_time()) with check (data_key is null);
grant select (id, expires_at, data_key), update (data_key), delete on files to job_sweeper;
