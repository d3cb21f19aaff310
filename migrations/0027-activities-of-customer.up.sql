-- What happened lately at a customer, whoever did it.
create index activities_of_customer on activities (customer_id, occurred_at desc, id desc);
