-- Mail that the program sends by itself: what about, never to whom or with which words. The sender's job finds the
-- address and writes the text when it sends, from what is true then.

create type mail_kind as enum (
  'USER_INVITATION', 'STAFF_INVITATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'SECOND_FACTOR_CHANGED', 'SESSION_REVOKED');
create type mail_state as enum ('QUEUED', 'HANDED_OVER', 'SENT', 'REFUSED', 'IN_DOUBT', 'POINTLESS');

create table mails (
  id             uuid primary key,
  kind           mail_kind not null,
  about_id       uuid not null,
  state          mail_state not null default 'QUEUED',
  queued_at      timestamptz not null default decision_time(),
  handed_over_at timestamptz,
  settled_at     timestamptz
);
create index mails_by_time on mails (queued_at);
select guard('mails');
comment on column mails.about_id is 'The invitation, reset or way in that it is about';
create policy queue on mails for insert to queue_owner with check (state = 'QUEUED');
grant insert (id, kind, about_id) on mails to queue_owner;
create policy send on mails to job_mailer using (true) with check (true);
grant select, update (state, handed_over_at, settled_at) on mails to job_mailer;
create policy sweep on mails for delete to job_sweeper using (settled_at < decision_time() - interval '30 days');
grant delete on mails to job_sweeper;

-- What the mailer must know to write to somebody.
create policy write_to on user_invitations for select to job_mailer using (true);
grant select (customer_id, id, name, email_address, expires_at, generation, accepted_at, withdrawn_at) on user_invitations to job_mailer;
create policy write_to on staff_invitations for select to job_mailer using (true);
grant select (id, name, email_address, audience, expires_at, generation, accepted_at, withdrawn_at) on staff_invitations to job_mailer;
create policy write_to on password_resets for select to job_mailer using (true);
grant select on password_resets to job_mailer;
create policy write_to on credentials for select to job_mailer using (true);
grant select (id, person_kind, customer_id, person_id, email_hash, password_changed_at) on credentials to job_mailer;
create policy write_to on platform_users for select to job_mailer using (true);
grant select (customer_id, id, name, email_address, state) on platform_users to job_mailer;
create policy write_to on staff for select to job_mailer using (true);
grant select (id, name, email_address, state) on staff to job_mailer;
create policy write_to on customers for select to job_mailer using (true);
grant select (id, name, state) on customers to job_mailer;

-- A mail queued with the change that it tells of. Owner: queue_owner.
create function queue_mail(mail_id uuid, mail_kind mail_kind, mail_about_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  if not (current_setting('role'), mail_kind) in (
    ('audience_account_administrator', 'USER_INVITATION'), ('audience_operator', 'USER_INVITATION'),
    ('audience_operator', 'STAFF_INVITATION'), ('sign_in', 'PASSWORD_RESET'), ('sign_in', 'PASSWORD_CHANGED'),
    ('sign_in', 'SECOND_FACTOR_CHANGED'), ('sign_in', 'SESSION_REVOKED')) then
    raise exception 'This role may not queue such a mail' using errcode = 'insufficient_privilege';
  end if;
  insert into mails (id, kind, about_id) values (mail_id, mail_kind, mail_about_id);
  perform graphile_worker.add_job('send_mail', json_build_object('mailId', mail_id), job_key := mail_id::text, max_attempts := 12);
end $$;
grant create on schema public to queue_owner;
alter function queue_mail(uuid, mail_kind, uuid) owner to queue_owner;
revoke create on schema public from queue_owner;
set local role queue_owner;
revoke execute on function queue_mail(uuid, mail_kind, uuid) from public;
grant execute on function queue_mail(uuid, mail_kind, uuid) to audience_account_administrator, audience_operator, sign_in;
set local role owner;
