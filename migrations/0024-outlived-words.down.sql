grant create on schema public to enroller;
set local role enroller;
create or replace function accept_user_invitation(
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
create or replace function accept_staff_invitation(
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
drop function is_operator(uuid);
drop function is_administrator(uuid, uuid);
set local role owner;
revoke create on schema public from enroller;
drop policy know_operators on staff_roles;
revoke select (staff_id, audience, is_in_force) on staff_roles from enroller;
revoke select (state) on staff from enroller;
alter table sign_in_challenges drop column session_id;
drop index sign_in_challenges_of_way;
