-- The companies that contract us, and the people there who sign, pay and are called.

create type customer_state as enum ('ACTIVE', 'CLOSED');

create table customers (
  id                   uuid primary key,
  name                 text not null check (length(name) between 1 and 200),
  country              text not null check (country ~ '^[A-Z]{2}$'),
  state                customer_state not null default 'ACTIVE',
  created_at           timestamptz not null default decision_time(),
  purposes             integer not null default 0,
  purposes_valid_until timestamptz not null default 'infinity'
);
create index customers_by_name on customers (name, id);
create index customers_expiring on customers (purposes_valid_until) where purposes_valid_until < 'infinity';
select guard('customers');

create policy own on customers for select to audience_account_administrator
  using (id = (select viewer_customer()) and (purposes & 1) <> 0 and purposes_valid_until > (select decision_time()));
grant select (id, name, country, state, created_at, purposes, purposes_valid_until) on customers to audience_account_administrator;

create policy support on customers for select to audience_support
  using ((purposes & 32) <> 0 and purposes_valid_until > (select decision_time()));
grant select (id, name, country, state, created_at, purposes, purposes_valid_until) on customers to audience_support;

create policy operate on customers for select to audience_operator
  using ((purposes & 1) <> 0 and purposes_valid_until > (select decision_time()));
create policy create_customer on customers for insert to audience_operator with check (purposes = 0);
grant select (id, name, country, state, created_at, purposes, purposes_valid_until), insert (id, name, country)
  on customers to audience_operator;

create policy derive on customers to lawfulness using (true) with check (true);
grant select, update (purposes, purposes_valid_until) on customers to lawfulness;

create type contact_role as enum ('SIGNATORY', 'BILLING', 'SPONSOR', 'TECHNICAL');

create table customer_contacts (
  customer_id          uuid not null references customers,
  id                   uuid not null,
  name                 text not null check (length(name) between 1 and 200),
  role                 contact_role not null,
  email_address        text not null check (length(email_address) <= 254),
  email_canonical      text not null check (length(email_canonical) <= 254),
  email_hash           bytea not null,
  email_masked         text not null generated always as (masked_email_address(email_address)) stored,
  phone                text check (length(phone) <= 40),
  created_at           timestamptz not null default decision_time(),
  purposes             integer not null default 0,
  purposes_valid_until timestamptz not null default 'infinity',
  primary key (customer_id, id),
  unique (customer_id, email_canonical)
);
create index customer_contacts_by_id on customer_contacts (id);
create index customer_contacts_by_name on customer_contacts (customer_id, name, id);
create index customer_contacts_by_address on customer_contacts (email_hash);
create index customer_contacts_expiring on customer_contacts (purposes_valid_until) where purposes_valid_until < 'infinity';
select guard('customer_contacts');
comment on column customer_contacts.name is 'The person''s name';
comment on column customer_contacts.email_address is 'The address as given';
comment on column customer_contacts.email_canonical is 'The address in canonical form, for comparing';
comment on column customer_contacts.email_hash is 'Keyed hash of the canonical address';
comment on column customer_contacts.email_masked is 'The address as support sees it';
comment on column customer_contacts.phone is 'Telephone number at work';
comment on column customer_contacts.role is 'What the person does for the customer';

create policy own on customer_contacts for select to audience_account_administrator
  using (customer_id = (select viewer_customer()) and (purposes & 1) <> 0
    and purposes_valid_until > (select decision_time()));
grant select (customer_id, id, name, role, email_address, phone, created_at, purposes, purposes_valid_until)
  on customer_contacts to audience_account_administrator;

create policy support on customer_contacts for select to audience_support
  using ((purposes & 32) <> 0 and purposes_valid_until > (select decision_time()));
grant select (customer_id, id, name, role, email_masked, email_hash, phone, created_at, purposes, purposes_valid_until)
  on customer_contacts to audience_support;

create policy answer on customer_contacts for select to audience_privacy_officer using (true);
grant select (customer_id, id, name, email_address, email_hash, created_at, purposes, purposes_valid_until)
  on customer_contacts to audience_privacy_officer;

create policy derive on customer_contacts to lawfulness using (true) with check (true);
grant select, update (purposes, purposes_valid_until) on customer_contacts to lawfulness;

create policy reveal on customer_contacts for select to revealer
  using ((purposes & 32) <> 0 and purposes_valid_until > (select decision_time()));
grant select (customer_id, id, email_address, purposes, purposes_valid_until) on customer_contacts to revealer;
