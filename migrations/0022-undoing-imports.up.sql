-- What an import needs without reach: stops for any number of addresses at once, the way back, and its job.

-- Suppressions come by the thousand: derived once for all of a statement.
create function derive_from_suppressions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform derive_permitted_purposes('PROSPECT', array(select p.id from prospects p join added a using (email_hash)));
  perform derive_permitted_purposes('SUBSCRIBER', array(select s.id from subscribers s join added a using (email_hash)));
  return null;
end $$;
drop trigger derive_contactability on suppressions;
create trigger derive_contactability after insert on suppressions
  referencing new table as added for each statement execute function derive_from_suppressions();

create function suppress_all(suppressed_hashes bytea[], suppressed_reasons text[]) returns setof bytea
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    insert into suppressions (email_hash, reason)
      select distinct on (h) h, r from unnest(suppressed_hashes, suppressed_reasons) as s (h, r) order by h
      on conflict do nothing returning email_hash
  $$;

-- Undoing ends what an import established and restores what it overwrote, for the rows that nobody changed since; it
-- answers the numbers of those. Owner: undoer.
create function undo_imported(undone_import uuid, numbers integer[]) returns setof integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  alone import_rows[];
begin
  perform refuse_nobody();
  alone := array(
    select r from import_rows r
    left join prospects p on r.subject_kind = 'PROSPECT' and p.id = r.subject_id
    left join subscribers s on r.subject_kind = 'SUBSCRIBER' and s.id = r.subject_id
    where r.import_id = undone_import and r.row_number = any (numbers)
      and coalesce(p.changed_at, s.changed_at) <= r.brought_at
      and not exists (select from lawful_bases l where l.subject_id = r.subject_id and l.recorded_at > r.brought_at));
  insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, ends)
    select gen_random_uuid(), l.subject_kind, l.subject_id, l.purpose, l.lawful_basis, 'IMPORT_UNDONE', l.id
    from unnest(alone) r join lawful_bases l on l.subject_id = r.subject_id and l.subject_kind = r.subject_kind
    where r.outcome = 'ADDED' and l.transition = 'ESTABLISHED'
      and not exists (select from lawful_bases e where e.ends = l.id);
  update prospects p set name = r.old_name from unnest(alone) r
    where r.outcome = 'CHANGED' and r.subject_kind = 'PROSPECT' and p.id = r.subject_id;
  update subscribers s set name = r.old_name from unnest(alone) r
    where r.outcome = 'CHANGED' and r.subject_kind = 'SUBSCRIBER' and s.id = r.subject_id;
  return query select r.row_number from unnest(alone) r;
end $$;

-- The rows of an import that can be undone, from the end. Owner: undoer.
create function rows_to_undo(undone_import uuid, before integer, most integer)
  returns table (row_number integer, subject_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select r.row_number, r.subject_id from import_rows r
      where r.import_id = undone_import and r.row_number < before order by r.row_number desc limit most
  $$;

-- People whose records are closed for no other reason than that an import was undone: they may be brought in anew.
create function undone_among(asked_kind subject_kind, hashes bytea[]) returns table (hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select k.email_hash, k.id from (
      select p.email_hash, p.id from prospects p where asked_kind = 'PROSPECT' and p.email_hash = any (hashes)
      union all select s.email_hash, s.id from subscribers s where asked_kind = 'SUBSCRIBER' and s.email_hash = any (hashes)) k
    where not exists (select from suppressions x where x.email_hash = k.email_hash)
      and exists (select from lawful_bases l where l.subject_id = k.id and l.transition = 'IMPORT_UNDONE')
      and not exists (select from lawful_bases l where l.subject_id = k.id and (
        l.transition not in ('ESTABLISHED', 'IMPORT_UNDONE')
        or l.transition = 'ESTABLISHED' and not exists (select from lawful_bases e where e.ends = l.id)))
  $$;

-- Names from before an import are kept for as long as it can be undone.
create policy sweep on imports for select to job_sweeper using (ended_at < decision_time() - interval '30 days');
grant select (id, ended_at) on imports to job_sweeper;
create policy sweep on import_rows for delete to job_sweeper using (exists (select from imports i where i.id = import_id));
create policy sweep on import_refusals for delete to job_sweeper using (exists (select from imports i where i.id = import_id));
grant delete on import_rows, import_refusals to job_sweeper;

create policy undo on import_rows for select to undoer using (true);
grant select on import_rows to undoer;
create policy undo on lawful_bases for select to undoer using (true);
create policy undo_import on lawful_bases for insert to undoer with check (transition = 'IMPORT_UNDONE');
grant select, insert (id, subject_kind, subject_id, purpose, lawful_basis, transition, ends) on lawful_bases to undoer;
create policy undo on prospects to undoer using (true) with check (true);
grant select (id, name, changed_at, email_hash), update (name) on prospects to undoer;
create policy undo on subscribers to undoer using (true) with check (true);
grant select (id, name, changed_at, email_hash), update (name) on subscribers to undoer;
create policy undo on suppressions for select to undoer using (true);
grant select (email_hash) on suppressions to undoer;

grant create on schema public to lawfulness, suppressor, undoer, queue_owner;
alter function derive_from_suppressions() owner to lawfulness;
alter function suppress_all(bytea[], text[]) owner to suppressor;
alter function undo_imported(uuid, integer[]) owner to undoer;
alter function rows_to_undo(uuid, integer, integer) owner to undoer;
alter function undone_among(subject_kind, bytea[]) owner to undoer;
set local role lawfulness;
revoke execute on function derive_from_suppressions() from public;
set local role suppressor;
revoke execute on function suppress_all(bytea[], text[]) from public;
grant execute on function suppress_all(bytea[], text[]) to audience_marketing;
set local role undoer;
revoke execute on function undo_imported(uuid, integer[]), rows_to_undo(uuid, integer, integer),
  undone_among(subject_kind, bytea[]) from public;
grant execute on function undo_imported(uuid, integer[]), rows_to_undo(uuid, integer, integer),
  undone_among(subject_kind, bytea[]) to audience_marketing;

set local role queue_owner;
create or replace function queue_job(task text, payload json, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  if not (current_setting('role'), task) in (
      ('audience_intake', 'compute_figures'), ('audience_marketing', 'import_contacts')) then
    raise exception 'This audience may not queue the job %', task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := queue_job.job_key,
    max_attempts := case task when 'import_contacts' then 25 else 5 end);
end $$;
grant execute on function queue_job(text, json, text) to audience_marketing;
set local role owner;
revoke create on schema public from lawfulness, suppressor, undoer, queue_owner;
