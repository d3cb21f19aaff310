-- What happened lately at a customer, whoever did it.
create index activities_of_customer on activities (customer_id, occurred_at desc, id desc);

-- Whether support may see a user, and how many users a customer has, is answered by this index alone.
create index platform_users_seen_by_support on platform_users (customer_id, id, purposes_valid_until)
  where (purposes & 32) <> 0;
