-- The file use EXPORT stays: PostgreSQL takes no value out of a type.
grant create on schema public to queue_owner;
set local role queue_owner;
revoke execute on function queue_job(text, json, text) from audience_account_administrator, audience_privacy_officer;
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
set local role owner;
revoke create on schema public from queue_owner;
drop policy record_export on disclosures;
revoke insert (id, service_provider_id, viewer_id, purposes, fields, contact_count, export_id, ends, outcome, sha256)
  on disclosures from audience_marketing;
alter table disclosures disable trigger never_rewritten;
delete from disclosures where export_id is not null;
alter table disclosures enable trigger never_rewritten;
alter table disclosures
  drop column export_id, drop column ends, drop column outcome, drop column sha256,
  alter column first_change set not null,
  alter column last_change set not null;
drop type disclosure_outcome;
alter policy take on imports using (state in ('QUEUED', 'RUNNING', 'UNDOING'));
revoke all on files from audience_account_administrator, audience_privacy_officer;
alter policy own on files to audience_marketing;
alter policy keep on files to audience_marketing;
alter policy end_own on files to audience_marketing;
drop table exports;
drop policy recipients on service_providers;
revoke select (id, name) on service_providers from audience_marketing;
drop policy know_in_force_to_market on provider_agreements;
revoke select (service_provider_id, kinds, purposes, in_force_from, ended_at) on provider_agreements from audience_marketing;
drop function agreement_covers_export(uuid, export_kind);
drop type export_state;
drop type export_format;
drop type export_kind;
