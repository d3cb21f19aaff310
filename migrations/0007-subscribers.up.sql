-- Readers of the mailing list: a name and an e-mail address, and nothing else about the person.

create table subscribers (
  id                   uuid primary key,
  name                 text not null default '' check (length(name) <= 200),
  email_address        text not null check (length(email_address) <= 254),
  email_canonical      text not null unique check (length(email_canonical) <= 254),
  email_hash           bytea not null unique,
  created_at           timestamptz not null default decision_time(),
  may_email            boolean not null default false,
  purposes             integer not null default 0,
  purposes_valid_until timestamptz not null default 'infinity'
);
create index subscribers_for_newsletter on subscribers (id) where (purposes & 16) <> 0;
create index subscribers_for_newsletter_by_name on subscribers (name, id) where (purposes & 16) <> 0;
create index subscribers_expiring on subscribers (purposes_valid_until) where purposes_valid_until < 'infinity';
select guard('subscribers');
comment on column subscribers.name is 'The person''s name';
comment on column subscribers.email_address is 'The address as given';
comment on column subscribers.email_canonical is 'The address in canonical form, for comparing';
comment on column subscribers.email_hash is 'Keyed hash of the canonical address';
comment on column subscribers.may_email is 'Derived from ledger and suppressions: the newsletter may be sent';

create policy send on subscribers for select to audience_marketing
  using ((purposes & 16) <> 0 and purposes_valid_until > (select decision_time()));
create policy bring_in on subscribers for insert to audience_marketing with check (purposes = 0);
create policy correct on subscribers for update to audience_marketing
  using ((purposes & 16) <> 0 and purposes_valid_until > (select decision_time()));
grant select (id, name, email_address, email_canonical, created_at, may_email, purposes, purposes_valid_until),
  insert (id, name, email_address, email_canonical, email_hash),
  update (name)
  on subscribers to audience_marketing;

create policy answer on subscribers for select to audience_privacy_officer using (true);
grant select (id, name, email_address, email_hash, created_at, purposes, purposes_valid_until) on subscribers to audience_privacy_officer;

create policy derive on subscribers to lawfulness using (true) with check (true);
grant select, update (purposes, purposes_valid_until, may_email) on subscribers to lawfulness;

create policy ask on subscribers for select to suppressor using (true);
grant select (id, email_hash, purposes, purposes_valid_until) on subscribers to suppressor;
