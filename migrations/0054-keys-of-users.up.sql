-- Administrators keep what they change of a user under that user's key, and so make and read the keys of their own users.
grant usage on schema keys to audience_account_administrator;
create policy bring_in_users on keys.person_keys for insert to audience_account_administrator
  with check (subject_kind = 'PLATFORM_USER'
    and exists (select from platform_users u where u.customer_id = (select viewer_customer()) and u.id = subject_id));
create policy read_users on keys.person_keys for select to audience_account_administrator
  using (subject_kind = 'PLATFORM_USER'
    and exists (select from platform_users u where u.customer_id = (select viewer_customer()) and u.id = subject_id));
grant select (subject_id, wrapped), insert (subject_id, subject_kind, wrapped) on keys.person_keys to audience_account_administrator;
