drop table activities;
drop type activity_kind;
drop view account_administrators;
drop table platform_users;
drop function count_version();
drop type user_state;
drop type user_role;
