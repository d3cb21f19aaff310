-- Entries go back into one table; seals and heads are lost, and what a customer was shown with them.
drop function entries_about(uuid), accesses_to(uuid);
alter table audit_entries rename to audit_entries_partitioned;
alter index audit_entries_pkey rename to audit_entries_partitioned_pkey;
alter index audit_entries_of_viewer rename to audit_entries_partitioned_of_viewer;
create table audit_entries (like audit_entries_partitioned including defaults including comments);
alter table audit_entries drop column sealed_values, add primary key (id);
select guard('audit_entries');
create index audit_entries_of_viewer on audit_entries (viewer_id, id);
insert into audit_entries
  select id, recorded_at, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, subject_kind, fields,
    subject_ids, first_change, last_change, row_count, request_id, basis_ids
  from audit_entries_partitioned;
drop table audit_entries_partitioned, audit_unsealed, audit_seals, access_log, audit_heads;
drop schema partitions;
drop function await_seal(), make_audit_partitions(), guard_partition(regclass), uuid_at(date);

create policy write_own on audit_entries for insert to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard
  with check (audience = viewer_audience() and viewer_id is not distinct from viewer_id());
grant insert (id, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, subject_kind, fields,
    subject_ids, first_change, last_change, row_count, request_id, basis_ids)
  on audit_entries to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard;
create policy read_all on audit_entries for select to audience_privacy_officer using (true);
grant select on audit_entries to audience_privacy_officer;
create policy reveal on audit_entries for insert to revealer with check (action = 'REVEAL' and audience = 'SUPPORT');
grant insert on audit_entries to revealer;
create policy sign_in on audit_entries for insert to sign_in with check (action in ('WRITE', 'DENIED') and purpose = 'SECURITY');
grant insert (id, action, audience, viewer_id, customer_id, purpose, operation, subject_kind, fields, subject_ids, row_count, request_id)
  on audit_entries to sign_in;
create trigger never_rewritten before update or delete on audit_entries
  for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on audit_entries
  for each statement execute function refuse_rewriting();
alter table audit_entries enable always trigger never_rewritten;
alter table audit_entries enable always trigger never_truncated;

drop policy seal on platform_users;
drop policy seal on customer_contacts;
drop policy seal on customers;
drop policy seal on feed;
revoke all (id, customer_id) on platform_users, customer_contacts from job_sealer;
revoke all (id) on customers from job_sealer;
revoke all (change_number, subject_kind, subject_id) on feed from job_sealer;
