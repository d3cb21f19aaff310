-- A value, not an «exists»: that may be answered by reading all users first, for a page of a few activities.
alter policy own on activities
  using (customer_id = (select viewer_customer())
    and (select true from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
alter policy support on activities
  using ((select true from platform_users u where u.customer_id = activities.customer_id and u.id = platform_user_id));
