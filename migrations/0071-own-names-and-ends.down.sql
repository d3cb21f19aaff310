alter policy end_own_staff on sessions with check (customer_id is null and person_id = (select viewer_id()));
alter policy end_own on sessions
  with check (customer_id = (select viewer_customer()) and person_id = (select viewer_id()));

create or replace view viewer_names with (security_barrier) as
  select null::uuid as customer_id, s.id as person_id, s.name, null::text as customer_name
  from staff s
  where s.id = (select viewer_id())
  union all
  select u.customer_id, u.id, u.name, c.name
  from platform_users u left join customers c
    on c.id = u.customer_id and (c.purposes & 1) <> 0 and c.purposes_valid_until > (select decision_time())
  where u.customer_id = (select viewer_customer()) and u.id = (select viewer_id());
