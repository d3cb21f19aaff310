-- What somebody who is signed in is called, and their customer: a row about oneself, and about nobody else. The view reads
-- with its owner's rights, so it asks by itself.
create view viewer_names with (security_barrier) as
  select null::uuid as customer_id, s.id as person_id, s.name, null::text as customer_name
  from staff s
  where s.id = (select viewer_id())
  union all
  select u.customer_id, u.id, u.name, c.name
  from platform_users u left join customers c
    on c.id = u.customer_id and (c.purposes & 1) <> 0 and c.purposes_valid_until > (select decision_time())
  where u.customer_id = (select viewer_customer()) and u.id = (select viewer_id());
grant select on viewer_names to audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator;
