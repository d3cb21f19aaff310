drop index administrators_by_name;
drop index platform_users_for_support;
create index platform_users_for_support on platform_users (id) include (purposes_valid_until, role, state)
  where (purposes & 32) <> 0;
