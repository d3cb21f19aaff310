-- What somebody set going ends with the right by which it was set going: a sign-in with its password, an invitation with
-- its inviter.

alter table sign_in_challenges add column session_id uuid references sessions on delete cascade;
create index sign_in_challenges_of_way on sign_in_challenges using gin (credential_ids);

-- Owner of both: enroller.
grant select (staff_id, audience, is_in_force) on staff_roles to enroller;
grant select (state) on staff to enroller;
create policy know_operators on staff_roles for select to enroller using (audience = 'OPERATOR');
grant create on schema public to enroller;
set local role enroller;
-- Whether an operator is in office.
create function is_operator(asked uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from staff s join staff_roles r on r.staff_id = s.id
      where s.id = asked and s.state = 'ACTIVE' and r.audience = 'OPERATOR' and r.is_in_force)
  $$;
-- Whether a user of the customer is an administrator in service; with no user named, whether anybody is.
create function is_administrator(asked_customer_id uuid, asked uuid) returns boolean
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from platform_users u where u.customer_id = asked_customer_id and (asked is null or u.id = asked)
      and u.role = 'ACCOUNT_ADMINISTRATOR' and u.state = 'ACTIVE')
  $$;
revoke execute on function is_operator(uuid), is_administrator(uuid, uuid) from public;

create or replace function accept_user_invitation(
    invitation_id uuid, invitation_generation integer, new_ids uuid[], new_password_hash bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  accepted user_invitations;
  user_id uuid;
begin
  update user_invitations i set accepted_at = decision_time()
    where id = invitation_id and generation = invitation_generation and accepted_at is null and withdrawn_at is null
      and expires_at > decision_time()
      and (is_administrator(i.customer_id, i.invited_by)
        or is_operator(i.invited_by) and not is_administrator(i.customer_id, null))
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

create or replace function accept_staff_invitation(
    invitation_id uuid, invitation_generation integer, new_ids uuid[], new_password_hash bytea) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  accepted staff_invitations;
begin
  update staff_invitations i set accepted_at = decision_time()
    where id = invitation_id and generation = invitation_generation and accepted_at is null and withdrawn_at is null
      and expires_at > decision_time() and (i.invited_by is null or is_operator(i.invited_by))
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
set local role owner;
revoke create on schema public from enroller;
