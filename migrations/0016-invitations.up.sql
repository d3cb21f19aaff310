-- Who is invited, by whom, and until when. Accepting makes the person; an invitation that ended says nothing more of
-- anybody. Links are derived from the identifier and its generation, so nothing here opens a door.

create table user_invitations (
  customer_id     uuid not null references customers,
  id              uuid not null,
  name            text not null check (length(name) between 1 and 200),
  email_address   text not null check (length(email_address) <= 254),
  email_canonical text not null check (length(email_canonical) <= 254),
  email_hash      bytea not null,
  role            user_role not null,
  invited_by      uuid not null,
  invited_at      timestamptz not null default decision_time(),
  expires_at      timestamptz not null,
  generation      integer not null default 1,
  accepted_at     timestamptz,
  withdrawn_at    timestamptz,
  primary key (customer_id, id),
  check (accepted_at is null or withdrawn_at is null)
);
create unique index user_invitations_open on user_invitations (customer_id, email_canonical)
  where accepted_at is null and withdrawn_at is null;
create index user_invitations_by_id on user_invitations (id);
create index user_invitations_by_expiry on user_invitations (expires_at);
select guard('user_invitations');
comment on column user_invitations.name is 'The name of the person invited';
comment on column user_invitations.email_address is 'The address that the link went to';
comment on column user_invitations.email_canonical is 'The address in canonical form, for comparing';
comment on column user_invitations.email_hash is 'Keyed hash of the canonical address';
create policy administer on user_invitations for select to audience_account_administrator
  using (customer_id = (select viewer_customer()));
create policy invite on user_invitations for insert to audience_account_administrator
  with check (customer_id = (select viewer_customer()) and invited_by = (select viewer_id()));
create policy change on user_invitations for update to audience_account_administrator
  using (customer_id = (select viewer_customer()))
  with check (customer_id = (select viewer_customer()));
grant select (customer_id, id, name, email_address, email_canonical, role, invited_by, invited_at, expires_at, generation, accepted_at, withdrawn_at),
  insert (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, expires_at),
  update (expires_at, generation, withdrawn_at)
  on user_invitations to audience_account_administrator;
-- The first administrator of a customer is invited by an operator, who sees no other invitation.
create policy invite_first on user_invitations for insert to audience_operator
  with check (role = 'ACCOUNT_ADMINISTRATOR' and invited_by = (select viewer_id()));
create policy own on user_invitations for select to audience_operator using (invited_by = (select viewer_id()));
create policy change_own on user_invitations for update to audience_operator
  using (invited_by = (select viewer_id())) with check (invited_by = (select viewer_id()));
grant select (customer_id, id, name, email_address, email_canonical, role, invited_by, invited_at, expires_at, generation, accepted_at, withdrawn_at),
  insert (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, expires_at),
  update (expires_at, generation, withdrawn_at)
  on user_invitations to audience_operator;

create table staff_invitations (
  id              uuid primary key,
  name            text not null check (length(name) between 1 and 200),
  email_address   text not null check (length(email_address) <= 254),
  email_canonical text not null check (length(email_canonical) <= 254),
  email_hash      bytea not null,
  audience        staff_audience not null,
  invited_by      uuid references staff,
  invited_at      timestamptz not null default decision_time(),
  expires_at      timestamptz not null,
  generation      integer not null default 1,
  accepted_at     timestamptz,
  withdrawn_at    timestamptz,
  check (accepted_at is null or withdrawn_at is null)
);
create unique index staff_invitations_open on staff_invitations (email_canonical)
  where accepted_at is null and withdrawn_at is null;
create index staff_invitations_by_expiry on staff_invitations (expires_at);
select guard('staff_invitations');
comment on column staff_invitations.name is 'The name of the person invited';
comment on column staff_invitations.email_address is 'The address that the link went to';
comment on column staff_invitations.email_canonical is 'The address in canonical form, for comparing';
comment on column staff_invitations.email_hash is 'Keyed hash of the canonical address';
comment on column staff_invitations.audience is 'What the person shall act as';
create policy operate on staff_invitations for select to audience_operator using (true);
create policy invite on staff_invitations for insert to audience_operator with check (invited_by = (select viewer_id()));
create policy change on staff_invitations for update to audience_operator
  using (true) with check (true);
grant select (id, name, email_address, email_canonical, audience, invited_by, invited_at, expires_at, generation, accepted_at, withdrawn_at),
  insert (id, name, email_address, email_canonical, email_hash, audience, invited_by, expires_at),
  update (expires_at, generation, withdrawn_at)
  on staff_invitations to audience_operator;

-- Accepting makes the person, the bases it is held on, and the way in, once. Owner: enroller; the link was checked
-- by the caller. It answers whether it was the one that accepted.
create policy enrol on user_invitations to enroller using (true) with check (true);
grant select, update (accepted_at) on user_invitations to enroller;
create policy enrol on staff_invitations to enroller using (true) with check (true);
grant select, update (accepted_at) on staff_invitations to enroller;
create policy enrol on platform_users to enroller using (true) with check (true);
grant select (customer_id, id, role, state, email_canonical, email_hash), insert (customer_id, id, name, role, email_address, email_canonical, email_hash)
  on platform_users to enroller;
create policy enrol on lawful_bases for insert to enroller with check (subject_kind = 'PLATFORM_USER');
grant insert (id, subject_kind, subject_id, customer_id, purpose, lawful_basis) on lawful_bases to enroller;
create policy enrol on staff to enroller using (true) with check (true);
grant select (id, email_canonical), insert (id, name, email_address, email_canonical, email_hash) on staff to enroller;
create policy enrol on staff_roles for insert to enroller with check (true);
grant insert (id, staff_id, audience, granted_by) on staff_roles to enroller;
create policy enrol on credentials to enroller using (true) with check (true);
grant select (customer_id, email_hash), insert (id, person_kind, customer_id, person_id, email_hash, password_hash) on credentials to enroller;

create function accept_user_invitation(
    invitation_id uuid, invitation_generation integer, new_ids uuid[], new_password_hash bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  accepted user_invitations;
  user_id uuid;
begin
  update user_invitations set accepted_at = decision_time()
    where id = invitation_id and generation = invitation_generation and accepted_at is null and withdrawn_at is null
      and expires_at > decision_time()
    returning * into accepted;
  if not found then return null; end if;
  select id into user_id from platform_users
    where customer_id = accepted.customer_id and email_canonical = accepted.email_canonical;
  if user_id is null then
    user_id := new_ids[1];
    insert into platform_users (customer_id, id, name, role, email_address, email_canonical, email_hash)
      values (accepted.customer_id, user_id, accepted.name, accepted.role, accepted.email_address, accepted.email_canonical,
        accepted.email_hash);
    insert into lawful_bases (id, subject_kind, subject_id, customer_id, purpose, lawful_basis)
      select ids, 'PLATFORM_USER', user_id, accepted.customer_id, p, 'LEGITIMATE_INTERESTS'
      from unnest(new_ids[3:6], array['SERVICE_PERFORMANCE', 'CUSTOMER_SUPPORT', 'SERVICE_IMPROVEMENT', 'SECURITY']::purpose[]) as b (ids, p);
  end if;
  insert into credentials (id, person_kind, customer_id, person_id, email_hash, password_hash)
    values (new_ids[2], 'PLATFORM_USER', accepted.customer_id, user_id, accepted.email_hash, new_password_hash);
  return user_id;
end $$;

create function accept_staff_invitation(
    invitation_id uuid, invitation_generation integer, new_ids uuid[], new_password_hash bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  accepted staff_invitations;
begin
  update staff_invitations set accepted_at = decision_time()
    where id = invitation_id and generation = invitation_generation and accepted_at is null and withdrawn_at is null
      and expires_at > decision_time()
    returning * into accepted;
  if not found then return null; end if;
  insert into staff (id, name, email_address, email_canonical, email_hash)
    values (new_ids[1], accepted.name, accepted.email_address, accepted.email_canonical, accepted.email_hash);
  insert into credentials (id, person_kind, person_id, email_hash, password_hash)
    values (new_ids[2], 'STAFF', new_ids[1], accepted.email_hash, new_password_hash);
  insert into staff_roles (id, staff_id, audience, granted_by)
    values (new_ids[3], new_ids[1], accepted.audience, accepted.invited_by);
  return new_ids[1];
end $$;

-- Under which address whoever holds a link will sign in: a hash, by the invitation's own identifier. Owner: enroller.
create function invited_address(invited person_kind, invitation_id uuid) returns bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select email_hash from user_invitations where invited = 'PLATFORM_USER' and id = invitation_id
    union all select email_hash from staff_invitations where invited = 'STAFF' and id = invitation_id
  $$;

-- Whether there is no need to invite: the address signs in at this customer already, or was taken out of service
-- there; the customer has somebody who can invite. An administrator learns it of the own customer only. Owner: enroller.
create function needs_no_invitation(asked_customer_id uuid, asked_hash bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select asked_customer_id = viewer_customer() and (
      exists (select from credentials c where c.customer_id = asked_customer_id and c.email_hash = asked_hash)
      or exists (select from platform_users u where u.customer_id = asked_customer_id and u.email_hash = asked_hash
        and u.state = 'DEACTIVATED'))
  $$;
create function has_active_administrator(asked_customer_id uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select exists (select from platform_users u where u.customer_id = asked_customer_id
      and u.role = 'ACCOUNT_ADMINISTRATOR' and u.state = 'ACTIVE')
  $$;

grant create on schema public to enroller;
alter function needs_no_invitation(uuid, bytea) owner to enroller;
alter function has_active_administrator(uuid) owner to enroller;
alter function invited_address(person_kind, uuid) owner to enroller;
alter function accept_user_invitation(uuid, integer, uuid[], bytea) owner to enroller;
alter function accept_staff_invitation(uuid, integer, uuid[], bytea) owner to enroller;
revoke create on schema public from enroller;
set local role enroller;
revoke execute on function needs_no_invitation(uuid, bytea), has_active_administrator(uuid), invited_address(person_kind, uuid), accept_user_invitation(uuid, integer, uuid[], bytea), accept_staff_invitation(uuid, integer, uuid[], bytea) from public;
grant execute on function invited_address(person_kind, uuid), accept_user_invitation(uuid, integer, uuid[], bytea), accept_staff_invitation(uuid, integer, uuid[], bytea) to sign_in;
grant execute on function needs_no_invitation(uuid, bytea) to audience_account_administrator;
grant execute on function has_active_administrator(uuid) to audience_operator;
set local role owner;

-- An invitation is forgotten thirty days after it ended.
create policy sweep on user_invitations for delete to job_sweeper
  using (least(accepted_at, withdrawn_at, expires_at) < decision_time() - interval '30 days');
create policy sweep on staff_invitations for delete to job_sweeper
  using (least(accepted_at, withdrawn_at, expires_at) < decision_time() - interval '30 days');
grant delete on user_invitations, staff_invitations to job_sweeper;
