drop trigger forget_own_settings on staff;
drop trigger forget_own_settings on platform_users;
drop trigger forget_own_settings_of_erased on platform_users;
set local role eraser;
drop function forget_own_settings();
set local role owner;
drop policy forget on preferences;
revoke all on preferences from eraser;
drop table saved_views;
