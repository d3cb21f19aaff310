-- The people who use the platform for a customer, and what they did there.

create type user_role as enum ('ACCOUNT_ADMINISTRATOR', 'USER');
create type user_state as enum ('ACTIVE', 'DEACTIVATED');

create table platform_users (
  customer_id          uuid not null references customers,
  id                   uuid not null,
  name                 text not null check (length(name) between 1 and 200),
  role                 user_role not null default 'USER',
  state                user_state not null default 'ACTIVE',
  job_title            text check (length(job_title) <= 200),
  email_address        text not null check (length(email_address) <= 254),
  email_canonical      text not null check (length(email_canonical) <= 254),
  email_hash           bytea not null,
  email_masked         text not null generated always as (masked_email_address(email_address)) stored,
  phone                text check (length(phone) <= 40),
  created_at           timestamptz not null default decision_time(),
  deactivated_at       timestamptz,
  version              integer not null default 1,
  purposes             integer not null default 0,
  purposes_valid_until timestamptz not null default 'infinity',
  primary key (customer_id, id),
  unique (customer_id, email_canonical),
  check ((state = 'DEACTIVATED') = (deactivated_at is not null))
);
create index platform_users_by_id on platform_users (id);
create index platform_users_by_name on platform_users (customer_id, name, id);
create index platform_users_for_support on platform_users (id) where (purposes & 32) <> 0;
create index platform_users_for_support_by_name on platform_users (name, id) where (purposes & 32) <> 0;
create index platform_users_by_address on platform_users (email_hash);
create index platform_users_expiring on platform_users (purposes_valid_until) where purposes_valid_until < 'infinity';
select guard('platform_users');
comment on column platform_users.name is 'The person''s name';
comment on column platform_users.role is 'What the person may do in the account';
comment on column platform_users.job_title is 'What the person does at the customer';
comment on column platform_users.email_address is 'The address as given';
comment on column platform_users.email_canonical is 'The address in canonical form, unique within the customer';
comment on column platform_users.email_hash is 'Keyed hash of the canonical address';
comment on column platform_users.email_masked is 'The address as support sees it';
comment on column platform_users.phone is 'Telephone number at work';

create policy self on platform_users for select to audience_platform_user
  using (customer_id = (select viewer_customer()) and id = (select viewer_id()));
grant select (customer_id, id, name, role, state, job_title, email_address, phone, created_at, deactivated_at, purposes, purposes_valid_until)
  on platform_users to audience_platform_user;

create policy own on platform_users for select to audience_account_administrator
  using (customer_id = (select viewer_customer()) and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time()));
create policy administer on platform_users for update to audience_account_administrator
  using (customer_id = (select viewer_customer()) and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time()))
  with check (customer_id = (select viewer_customer()));
grant select (customer_id, id, name, role, state, job_title, email_address, phone, created_at, deactivated_at, version, purposes, purposes_valid_until),
  update (name, role, state, deactivated_at)
  on platform_users to audience_account_administrator;

create policy support on platform_users for select to audience_support
  using ((purposes & 32) <> 0 and purposes_valid_until > (select decision_time()));
grant select (customer_id, id, name, role, state, job_title, email_masked, email_hash, phone, created_at, deactivated_at, purposes, purposes_valid_until)
  on platform_users to audience_support;

create policy answer on platform_users for select to audience_privacy_officer using (true);
grant select (customer_id, id, name, email_address, email_hash, created_at, purposes, purposes_valid_until)
  on platform_users to audience_privacy_officer;

create policy derive on platform_users to lawfulness using (true) with check (true);
grant select, update (purposes, purposes_valid_until) on platform_users to lawfulness;

create policy reveal on platform_users for select to revealer
  using ((purposes & 32) <> 0 and purposes_valid_until > (select decision_time()));
grant select (customer_id, id, email_address, purposes, purposes_valid_until) on platform_users to revealer;

create policy find on platform_users for select to finder using (true);
grant select (customer_id, id) on platform_users to finder;

create policy count on platform_users for select to job_figures
  using ((purposes & 4) <> 0 and purposes_valid_until > (select decision_time()));
grant select (customer_id, id) on platform_users to job_figures;

-- Each change makes the next version, so that the second of two editors is told.
create function count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger next_version before update of name, role, state on platform_users
  for each row execute function count_version();

-- «Contact your account administrator»: all that a platform user sees of other people.
create view account_administrators with (security_barrier) as
  select customer_id, id, name, email_address
  from platform_users
  where customer_id = (select viewer_customer()) and role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE'
    and (purposes & 1) <> 0 and purposes_valid_until > (select decision_time());
grant select on account_administrators to audience_platform_user, audience_account_administrator;

create type activity_kind as enum (
  'SIGNED_IN', 'CALL_REVIEWED', 'REPORT_VIEWED', 'COMMENT_ADDED', 'EXPORT_STARTED', 'SETTING_CHANGED'
);

create table activities (
  customer_id      uuid not null,
  id               uuid not null,
  platform_user_id uuid not null,
  kind             activity_kind not null,
  occurred_at      timestamptz not null,
  source           text not null check (source ~ '^[A-Z_]{1,32}$'),
  source_id        text not null check (length(source_id) between 1 and 200),
  recorded_at      timestamptz not null default decision_time(),
  primary key (customer_id, id),
  unique (customer_id, source, source_id),
  foreign key (customer_id, platform_user_id) references platform_users
);
create index activities_of_user on activities (customer_id, platform_user_id, occurred_at desc, id desc);
create index activities_by_time on activities (occurred_at);
select guard('activities');
comment on column activities.platform_user_id is 'Who did it';
comment on column activities.kind is 'What the person did';
comment on column activities.occurred_at is 'When the person did it';

create policy self on activities for select to audience_platform_user
  using (customer_id = (select viewer_customer()) and platform_user_id = (select viewer_id()));
create policy own on activities for select to audience_account_administrator
  using (customer_id = (select viewer_customer())
    and exists (select from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
create policy support on activities for select to audience_support
  using (exists (select from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
create policy count on activities for select to job_figures
  using (exists (select from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
grant select (customer_id, id, platform_user_id, kind, occurred_at, source)
  on activities to audience_platform_user, audience_account_administrator, audience_support, job_figures;

create policy take_in on activities for insert to audience_intake with check (source = (select viewer_source()));
grant insert (customer_id, id, platform_user_id, kind, occurred_at, source, source_id) on activities to audience_intake;
