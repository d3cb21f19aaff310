set local role enroller;
drop function lock_out_restricted(uuid);
set local role lawfulness;
revoke execute on function restricted_records(uuid[]) from enroller;
set local role owner;
revoke update (state, deactivated_at) on platform_users from enroller;
