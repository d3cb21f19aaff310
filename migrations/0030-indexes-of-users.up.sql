-- Whether support may see a user is answered along this index alone, whose customer included.
drop index platform_users_for_support;
create index platform_users_for_support on platform_users (id) include (customer_id, purposes_valid_until, role, state)
  where (purposes & 32) <> 0;

-- The administrators of a customer are few among its users. Under row security a role is no condition of an index, but may
-- choose one.
create index administrators_by_name on platform_users (customer_id, name, id) where role = 'ACCOUNT_ADMINISTRATOR';
