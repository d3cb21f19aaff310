drop table customer_contacts;
drop type contact_role;
drop table customers;
drop type customer_state;
