-- The key of address hashes changes by layers: whoever is suppressed is known by a hash alone, so that hash is hashed once
-- more under the next key, and so are all others. How often that was done stands here.
create table address_hash_layers (
  is_only boolean primary key default true check (is_only),
  layers  integer not null check (layers >= 0)
);
select guard('address_hash_layers');
comment on column address_hash_layers.layers is '0: nothing was hashed yet; the migrating process makes the first key';
insert into address_hash_layers (layers) select case when
    exists (select from suppressions) or exists (select from credentials) or exists (select from staff_invitations)
    or exists (select from prospects) or exists (select from subscribers) or exists (select from customer_contacts)
    or exists (select from platform_users) or exists (select from password_resets)
  then 1 else 0 end;

-- Asked on each new connection, in whatever role its login enters first. Owner: owner.
create function address_hash_layers_in_force() returns integer
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select layers from address_hash_layers
  $$;
revoke execute on function address_hash_layers_in_force() from public;
grant execute on function address_hash_layers_in_force()
  to audience_public, audience_platform_user, audience_support, audience_contact_sync, job_sequencer, sign_in;

-- The salt of a password follows from the hash of its address, so that one computation serves all ways in of an address.
-- Once that hash has changed the salt is kept, and whoever gets another way in with the address gets the same one.
alter table credentials add column password_salt bytea check (octet_length(password_salt) = 16);
comment on column credentials.password_salt is 'As it was before the address''s hash changed; null while it follows from the hash';
grant select (password_salt) on credentials to enroller;
create function share_salt() returns trigger language plpgsql as $$
begin
  new.password_salt := (select c.password_salt from credentials c where c.email_hash = new.email_hash limit 1);
  return new;
end $$;
create trigger share_salt before insert on credentials for each row execute function share_salt();
