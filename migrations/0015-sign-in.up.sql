-- How people prove who they are. Only the role sign_in reads a credential; a session's person sees the session.

create type person_kind as enum ('STAFF', 'PLATFORM_USER');

create table credentials (
  id                  uuid primary key,
  person_kind         person_kind not null,
  customer_id         uuid references customers,
  person_id           uuid not null,
  email_hash          bytea not null,
  password_hash       bytea not null,
  password_changed_at timestamptz not null default decision_time(),
  totp_secret         bytea,
  totp_confirmed_at   timestamptz,
  totp_last_step      bigint not null default 0,
  created_at          timestamptz not null default decision_time(),
  check ((person_kind = 'PLATFORM_USER') = (customer_id is not null)),
  unique nulls not distinct (customer_id, email_hash),
  foreign key (customer_id, person_id) references platform_users (customer_id, id)
);
create index credentials_by_address on credentials (email_hash);
create index credentials_of_person on credentials (person_id);
select guard('credentials');
comment on column credentials.email_hash is 'Keyed hash of the address that signs in';
comment on column credentials.password_hash is 'Argon2id with a secret of the program''s, which the database does not have';
comment on column credentials.totp_secret is 'Secret of the second factor, sealed by the program';
create policy prove on credentials to sign_in using (true) with check (true);
grant select, insert, update (password_hash, password_changed_at, totp_secret, totp_confirmed_at, totp_last_step)
  on credentials to sign_in;

create table recovery_codes (
  credential_id uuid not null references credentials on delete cascade,
  code_hash     bytea not null,
  made_at       timestamptz not null default decision_time(),
  used_at       timestamptz,
  primary key (credential_id, code_hash)
);
select guard('recovery_codes');
comment on column recovery_codes.code_hash is 'Keyed hash of a code that stands in for the second factor, once';
create policy prove on recovery_codes to sign_in using (true) with check (true);
grant select, insert, delete, update (used_at) on recovery_codes to sign_in;

-- A sign-in that is half done: the password was right, something else is still asked. It lives for minutes.
create table sign_in_challenges (
  id             uuid primary key,
  credential_ids uuid[] not null,
  credential_id  uuid references credentials on delete cascade,
  audience       text,
  new_secret     bytea,
  attempts       integer not null default 0,
  expires_at     timestamptz not null,
  used_at        timestamptz
);
create index on sign_in_challenges (expires_at);
select guard('sign_in_challenges');
comment on column sign_in_challenges.new_secret is 'A second factor about to be set up, sealed by the program';
create policy prove on sign_in_challenges to sign_in using (true) with check (true);
grant select, insert, delete, update (credential_id, audience, new_secret, attempts, used_at) on sign_in_challenges to sign_in;

create type session_end as enum ('SIGNED_OUT', 'ENDED_BY_PERSON', 'PASSWORD_CHANGED', 'TOKEN_REUSED', 'DEACTIVATED');

create table sessions (
  id            uuid primary key,
  credential_id uuid not null references credentials on delete cascade,
  person_id     uuid not null,
  customer_id   uuid references customers,
  audience      text not null,
  device        text check (length(device) <= 200),
  started_at    timestamptz not null default decision_time(),
  last_used_at  timestamptz not null default decision_time(),
  expires_at    timestamptz not null,
  generation    integer not null default 1,
  rotated_at    timestamptz not null default decision_time(),
  ended_at      timestamptz,
  end_reason    session_end,
  check ((ended_at is null) = (end_reason is null))
);
create index sessions_of_person on sessions (person_id, id desc);
create index sessions_of_credential on sessions (credential_id) where ended_at is null;
select guard('sessions');
comment on column sessions.person_id is 'Whose session it is';
comment on column sessions.device is 'What the browser or app said of itself';
create policy prove on sessions to sign_in using (true) with check (true);
grant select, insert, update (last_used_at, generation, rotated_at, ended_at, end_reason) on sessions to sign_in;

create policy own on sessions for select to audience_platform_user, audience_account_administrator
  using (customer_id = (select viewer_customer()) and person_id = (select viewer_id()));
create policy own_staff on sessions for select to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  using (customer_id is null and person_id = (select viewer_id()));
create policy end_own on sessions for update to audience_platform_user, audience_account_administrator
  using (customer_id = (select viewer_customer()) and person_id = (select viewer_id()))
  with check (customer_id = (select viewer_customer()) and person_id = (select viewer_id()));
create policy end_own_staff on sessions for update to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  using (customer_id is null and person_id = (select viewer_id()))
  with check (customer_id is null and person_id = (select viewer_id()));
grant select (id, person_id, customer_id, audience, device, started_at, last_used_at, expires_at, ended_at, end_reason),
  update (ended_at, end_reason)
  on sessions to audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
    audience_privacy_officer, audience_operator;

-- How often an account, a network or a code was tried lately: keyed hashes, gone within the hour.
create table sign_in_rates (
  key       bytea primary key,
  tries     integer not null,
  resets_at timestamptz not null
);
create index on sign_in_rates (resets_at);
select guard('sign_in_rates');
create policy count on sign_in_rates to sign_in using (true) with check (true);
grant select, insert, update, delete on sign_in_rates to sign_in;

-- A reset that somebody asked for, known person or not: a hash, for an hour.
create table password_resets (
  id           uuid primary key,
  email_hash   bytea not null,
  requested_at timestamptz not null default decision_time(),
  expires_at   timestamptz not null
);
create index on password_resets (expires_at);
select guard('password_resets');
comment on column password_resets.email_hash is 'Keyed hash of the address that was typed in';
create policy prove on password_resets to sign_in using (true) with check (true);
grant select, insert, delete on password_resets to sign_in;

-- Whether a person may (still) act: all that signing in knows of the people themselves.
create policy prove on staff for select to sign_in using (true);
grant select (id, state, email_hash) on staff to sign_in;
create policy prove on staff_roles for select to sign_in using (true);
grant select (staff_id, audience, is_in_force) on staff_roles to sign_in;
create policy prove on platform_users for select to sign_in using (true);
grant select (customer_id, id, role, state, email_hash) on platform_users to sign_in;
create policy prove on customers for select to sign_in using (true);
grant select (id, name, state) on customers to sign_in;

create policy sign_in on audit_entries for insert to sign_in with check (action in ('WRITE', 'DENIED') and purpose = 'SECURITY');
grant insert (id, action, audience, viewer_id, customer_id, purpose, operation, subject_kind, fields, subject_ids, row_count, request_id)
  on audit_entries to sign_in;

-- What proved somebody is forgotten when it proves nothing any more: the rows that the sweeper can reach are those.
create policy sweep on sign_in_challenges for delete to job_sweeper using (expires_at < decision_time() - interval '1 hour');
create policy sweep on sign_in_rates for delete to job_sweeper using (resets_at < decision_time());
create policy sweep on password_resets for delete to job_sweeper using (expires_at < decision_time() - interval '1 day');
create policy sweep on sessions for delete to job_sweeper
  using (least(ended_at, expires_at) < decision_time() - interval '90 days');
grant delete on sign_in_challenges, sign_in_rates, password_resets, sessions to job_sweeper;
