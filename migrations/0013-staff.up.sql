-- Our own people, and the audiences in which each may act. Duties stay apart here too, whatever the program asks:
-- nobody changes an own role, marketing and support are never in one hand, power over others takes two operators.

create type staff_state as enum ('ACTIVE', 'DEACTIVATED');

create table staff (
  id              uuid primary key,
  name            text not null check (length(name) between 1 and 200),
  email_address   text not null check (length(email_address) <= 254),
  email_canonical text not null unique check (length(email_canonical) <= 254),
  email_hash      bytea not null,
  state           staff_state not null default 'ACTIVE',
  created_at      timestamptz not null default decision_time(),
  deactivated_at  timestamptz,
  check ((state = 'DEACTIVATED') = (deactivated_at is not null))
);
create index staff_by_name on staff (name, id);
create index staff_by_address on staff (email_hash);
select guard('staff');
comment on column staff.name is 'The person''s name';
comment on column staff.email_address is 'The address at work, as given';
comment on column staff.email_canonical is 'The address in canonical form, for comparing';
comment on column staff.email_hash is 'Keyed hash of the canonical address';
comment on column staff.state is 'Whether the person still works here';

create policy operate on staff for select to audience_operator using (true);
create policy take_out on staff for update to audience_operator
  using (id <> (select viewer_id())) with check (id <> (select viewer_id()));
grant select (id, name, email_address, email_canonical, state, created_at, deactivated_at), update (state, deactivated_at)
  on staff to audience_operator;
create policy oversee on staff for select to audience_privacy_officer using (true);
grant select (id, name, email_address, state, created_at, deactivated_at) on staff to audience_privacy_officer;

create type staff_audience as enum ('SUPPORT', 'MARKETING', 'PRIVACY_OFFICER', 'OPERATOR');

create table staff_roles (
  id           uuid primary key,
  staff_id     uuid not null references staff,
  audience     staff_audience not null,
  granted_by   uuid references staff,
  granted_at   timestamptz not null default decision_time(),
  confirmed_by uuid references staff,
  confirmed_at timestamptz,
  ended_by     uuid references staff,
  ended_at     timestamptz,
  -- Whoever set the program up granted the first roles; after that, power over others needs a second operator.
  is_in_force  boolean not null generated always as (
    ended_at is null and (audience in ('SUPPORT', 'MARKETING') or granted_by is null or confirmed_at is not null)) stored,
  constraint not_by_oneself check (
    granted_by is distinct from staff_id and confirmed_by is distinct from staff_id and ended_by is distinct from staff_id),
  constraint by_a_second_operator check (confirmed_by is null or confirmed_by <> granted_by),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create unique index one_role_of_a_kind on staff_roles (staff_id, audience) where ended_at is null;
create unique index duties_apart on staff_roles (staff_id) where ended_at is null and audience in ('SUPPORT', 'MARKETING');
create index staff_roles_in_force on staff_roles (audience) where is_in_force;
select guard('staff_roles');
comment on column staff_roles.audience is 'What the person may act as';

create policy operate on staff_roles for select to audience_operator using (true);
create policy grant_role on staff_roles for insert to audience_operator
  with check (granted_by = (select viewer_id()) and staff_id <> (select viewer_id()));
create policy change_role on staff_roles for update to audience_operator
  using (staff_id <> (select viewer_id()) and ended_at is null)
  with check (staff_id <> (select viewer_id())
    and (confirmed_by is null or confirmed_by = (select viewer_id()) or ended_by = (select viewer_id())));
grant select, insert (id, staff_id, audience, granted_by), update (confirmed_by, confirmed_at, ended_by, ended_at)
  on staff_roles to audience_operator;
create policy oversee on staff_roles for select to audience_privacy_officer using (true);
grant select on staff_roles to audience_privacy_officer;

-- Somebody must be left who can let others in, and somebody who answers people's requests.
create function keep_one_in_office() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('staff_roles'));
  if not exists (
    select from staff_roles r where r.audience = old.audience and r.is_in_force and r.id <> old.id) then
    raise exception 'This is the last % in office', old.audience using errcode = 'check_violation', constraint = 'last_in_office';
  end if;
  return new;
end $$;
create trigger keep_one_in_office before update of ended_at on staff_roles for each row
  when (old.is_in_force and new.ended_at is not null and old.audience in ('OPERATOR', 'PRIVACY_OFFICER'))
  execute function keep_one_in_office();
