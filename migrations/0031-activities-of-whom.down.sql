alter policy support on activities
  using (exists (select from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
alter policy own on activities
  using (customer_id = (select viewer_customer())
    and exists (select from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
