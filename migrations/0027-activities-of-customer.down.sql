drop index platform_users_seen_by_support;
drop index activities_of_customer;
