drop index audit_entries_of_viewer;
drop index activities_of_user;
create index activities_of_user on activities (customer_id, platform_user_id, occurred_at desc, id desc);
drop index platform_users_for_support;
create index platform_users_for_support on platform_users (id) where (purposes & 32) <> 0;
drop index subscribers_for_newsletter;
create index subscribers_for_newsletter on subscribers (id) where (purposes & 16) <> 0;
drop index prospects_for_marketing;
create index prospects_for_marketing on prospects (id) where (purposes & 8) <> 0;
