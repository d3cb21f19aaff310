-- The keys are lost, and with them whatever is sealed under them.
grant create on schema public to undoer;
set local role undoer;
create or replace function undone_among(asked_kind subject_kind, hashes bytea[]) returns table (hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select k.email_hash, k.id from (
      select p.email_hash, p.id from prospects p where asked_kind = 'PROSPECT' and p.email_hash = any (hashes)
      union all select s.email_hash, s.id from subscribers s where asked_kind = 'SUBSCRIBER' and s.email_hash = any (hashes)) k
    where not exists (select from suppressions x where x.email_hash = k.email_hash)
      and exists (select from lawful_bases l where l.subject_id = k.id and l.transition = 'IMPORT_UNDONE')
      and not exists (select from lawful_bases l where l.subject_id = k.id and (
        l.transition not in ('ESTABLISHED', 'CONFIRMED', 'IMPORT_UNDONE')
        or l.transition = 'ESTABLISHED' and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED')))
  $$;
set local role eraser;
drop function destroy_person_keys(uuid[]);
set local role owner;
revoke create on schema public from undoer;
drop table keys.person_keys;
drop schema keys;
