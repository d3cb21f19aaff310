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
set local role owner;
revoke create on schema public from queue_owner;
drop table bulk_action_changes, bulk_action_batches, bulk_actions;
drop type bulk_action_state;
drop type bulk_action_kind;
