-- A restricted record is closed to its administrators, and security goes on all the same (Art. 18(2)): whoever leaves the
-- customer can be locked out. True where somebody was. Owner: enroller.
grant update (state, deactivated_at) on platform_users to enroller;
set local role lawfulness;
grant execute on function restricted_records(uuid[]) to enroller;
set local role owner;

create function lock_out_restricted(locked_id uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  update platform_users u set state = 'DEACTIVATED', deactivated_at = decision_time()
    where u.customer_id = viewer_customer() and u.id = locked_id and u.state = 'ACTIVE'
      and exists (select from restricted_records(array[u.customer_id]) r where r.kind = 'PLATFORM_USER' and r.id = u.id)
      and exists (select from platform_users a where a.customer_id = u.customer_id and a.id <> u.id
        and a.role = 'ACCOUNT_ADMINISTRATOR' and a.state = 'ACTIVE');
  return found;
end $$;
grant create on schema public to enroller;
alter function lock_out_restricted(uuid) owner to enroller;
set local role enroller;
revoke execute on function lock_out_restricted(uuid) from public;
grant execute on function lock_out_restricted(uuid) to audience_account_administrator;
set local role owner;
revoke create on schema public from enroller;
