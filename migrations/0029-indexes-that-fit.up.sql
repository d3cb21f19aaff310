-- How many there are is counted along an index alone: it holds what the policy and the list's own filters ask.
drop index prospects_for_marketing;
create index prospects_for_marketing on prospects (id) include (purposes_valid_until, kind) where (purposes & 8) <> 0;
drop index subscribers_for_newsletter;
create index subscribers_for_newsletter on subscribers (id) include (purposes_valid_until) where (purposes & 16) <> 0;
drop index platform_users_for_support;
create index platform_users_for_support on platform_users (id) include (purposes_valid_until, role, state)
  where (purposes & 32) <> 0;

-- Whoever reaches several customers asks for a user's activities by the user alone.
drop index activities_of_user;
create index activities_of_user on activities (platform_user_id, occurred_at desc, id desc);

-- What one of our own people looked at.
create index audit_entries_of_viewer on audit_entries (viewer_id, id);
