drop index activities_of_customer;
