-- A key for each person, wrapped under the master key. Whoever destroys it makes unreadable what was sealed under it, in
-- every backup too: so the keys lie in a schema of their own, which is dumped apart and kept for 14 days.
create schema keys;

create table keys.person_keys (
  subject_id   uuid primary key,
  subject_kind subject_kind not null,
  wrapped      bytea check (octet_length(wrapped) = 65 and get_byte(wrapped, 0) = 1),
  created_at   timestamptz not null default decision_time(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
select guard('keys.person_keys');
comment on column keys.person_keys.subject_id is 'Pseudonym of the person';
comment on column keys.person_keys.destroyed_at is 'The row stays, so that no new key is made for the person';

-- Marketing keeps and reads the keys of people whom it may see. Its own policies on their records say who that is.
grant usage on schema keys to audience_marketing;
create policy bring_in on keys.person_keys for insert to audience_marketing
  with check (case subject_kind
    when 'PROSPECT' then exists (select from prospects p where p.id = subject_id)
    when 'SUBSCRIBER' then exists (select from subscribers s where s.id = subject_id) else false end);
-- offset 0: each person is looked up by its key, however many are asked for
create policy read_reachable on keys.person_keys for select to audience_marketing
  using (case subject_kind
    when 'PROSPECT' then exists (select from prospects p where p.id = subject_id offset 0)
    when 'SUBSCRIBER' then exists (select from subscribers s where s.id = subject_id offset 0) else false end);
grant select (subject_id, wrapped), insert (subject_id, subject_kind, wrapped) on keys.person_keys to audience_marketing;

grant usage on schema keys to audience_privacy_officer;
create policy answer on keys.person_keys for insert to audience_privacy_officer with check (true);
create policy read_all on keys.person_keys for select to audience_privacy_officer using (true);
grant select (subject_id, wrapped), insert (subject_id, subject_kind, wrapped) on keys.person_keys to audience_privacy_officer;

-- Destroys the keys of these people, and answers whose. Nothing brings one back. Owner: eraser.
create function destroy_person_keys(subject_ids uuid[]) returns setof uuid
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update keys.person_keys set wrapped = null, destroyed_at = decision_time()
      where subject_id = any (subject_ids) and destroyed_at is null returning subject_id
  $$;
grant usage on schema keys to eraser;
create policy destroy on keys.person_keys to eraser using (true) with check (wrapped is null);
grant select (subject_id, destroyed_at), update (wrapped, destroyed_at) on keys.person_keys to eraser;

-- Whose key was destroyed is not brought in anew by an import: to it, the address is closed.
grant usage on schema keys to undoer;
create policy undo on keys.person_keys for select to undoer using (destroyed_at is not null);
grant select (subject_id) on keys.person_keys to undoer;

grant create on schema public to eraser, undoer;
alter function destroy_person_keys(uuid[]) owner to eraser;
set local role eraser;
revoke execute on function destroy_person_keys(uuid[]) from public;
grant execute on function destroy_person_keys(uuid[]) to owner;
set local role undoer;
create or replace function undone_among(asked_kind subject_kind, hashes bytea[]) returns table (hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select k.email_hash, k.id from (
      select p.email_hash, p.id from prospects p where asked_kind = 'PROSPECT' and p.email_hash = any (hashes)
      union all select s.email_hash, s.id from subscribers s where asked_kind = 'SUBSCRIBER' and s.email_hash = any (hashes)) k
    where not exists (select from suppressions x where x.email_hash = k.email_hash)
      and not exists (select from keys.person_keys d where d.subject_id = k.id)
      and exists (select from lawful_bases l where l.subject_id = k.id and l.transition = 'IMPORT_UNDONE')
      and not exists (select from lawful_bases l where l.subject_id = k.id and (
        l.transition not in ('ESTABLISHED', 'CONFIRMED', 'IMPORT_UNDONE')
        or l.transition = 'ESTABLISHED' and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED')))
  $$;
set local role owner;
revoke create on schema public from eraser, undoer;
