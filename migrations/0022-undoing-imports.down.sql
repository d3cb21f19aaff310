grant create on schema public to queue_owner;
set local role queue_owner;
revoke execute on function queue_job(text, json, text) from audience_marketing;
create or replace function queue_job(task text, payload json, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  if not (current_setting('role'), task) in (('audience_intake', 'compute_figures')) then
    raise exception 'This audience may not queue the job %', task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := queue_job.job_key, max_attempts := 5);
end $$;
set local role undoer;
drop function undo_imported(uuid, integer[]), rows_to_undo(uuid, integer, integer), undone_among(subject_kind, bytea[]);
set local role suppressor;
drop function suppress_all(bytea[], text[]);
set local role owner;
drop policy undo on suppressions;
revoke all on suppressions from undoer;
drop policy undo on subscribers;
revoke all on subscribers from undoer;
drop policy undo on prospects;
revoke all on prospects from undoer;
drop policy undo_import on lawful_bases;
drop policy undo on lawful_bases;
revoke all on lawful_bases from undoer;
drop policy sweep on import_refusals;
drop policy sweep on import_rows;
revoke all on import_refusals, import_rows from job_sweeper;
drop policy sweep on imports;
revoke all on imports from job_sweeper;
drop policy undo on import_rows;
revoke all on import_rows from undoer;
drop trigger derive_contactability on suppressions;
create trigger derive_contactability after insert on suppressions
  for each row execute function derive_from_suppression();
set local role lawfulness;
drop function derive_from_suppressions();
set local role owner;
revoke create on schema public from queue_owner;
