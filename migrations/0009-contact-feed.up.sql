-- The order of changes. The statement that changes a contact writes its outbox row; one sequencer numbers
-- committed rows into the feed, so a reader that remembers a number can't miss a slower transaction.

create table outbox (
  tid          bigint generated always as identity primary key,
  subject_kind subject_kind not null,
  subject_id   uuid not null
);
select guard('outbox');
comment on column outbox.subject_id is 'Pseudonym of the person';
create policy enqueue on outbox for insert to outbox_writer with check (true);
grant insert on outbox to outbox_writer;
create policy take on outbox to job_sequencer using (true);
grant select, delete on outbox to job_sequencer;

create table feed (
  change_number bigint primary key,
  subject_kind  subject_kind not null,
  subject_id    uuid not null,
  numbered_at   timestamptz not null default decision_time()
);
create sequence feed_change_number owned by feed.change_number;
select guard('feed');
comment on column feed.subject_id is 'Pseudonym of the person';
create policy number_rows on feed for insert to job_sequencer with check (true);
grant insert (change_number, subject_kind, subject_id) on feed to job_sequencer;
grant usage on sequence feed_change_number to job_sequencer;
-- A tool hears of a kind only while its agreement covers it.
create policy sync on feed for select to audience_contact_sync
  using ((subject_kind = 'PROSPECT' and (select agreement_covers('PROSPECT', 'MARKETING_AND_SALES')))
    or (subject_kind = 'SUBSCRIBER' and (select agreement_covers('SUBSCRIBER', 'NEWSLETTER'))));
grant select (change_number, subject_kind, subject_id) on feed to audience_contact_sync;

create function outbox_prospects() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into outbox (subject_kind, subject_id)
  select 'PROSPECT', n.id from changed_to n join changed_from o using (id)
  where (n.name, n.company_name, n.email_address, n.purposes, n.purposes_valid_until, n.may_email)
    is distinct from (o.name, o.company_name, o.email_address, o.purposes, o.purposes_valid_until, o.may_email);
  return null;
end $$;
create trigger into_outbox after update on prospects
  referencing new table as changed_to old table as changed_from
  for each statement execute function outbox_prospects();

create function outbox_subscribers() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into outbox (subject_kind, subject_id)
  select 'SUBSCRIBER', n.id from changed_to n join changed_from o using (id)
  where (n.name, n.email_address, n.purposes, n.purposes_valid_until, n.may_email)
    is distinct from (o.name, o.email_address, o.purposes, o.purposes_valid_until, o.may_email);
  return null;
end $$;
create trigger into_outbox after update on subscribers
  referencing new table as changed_to old table as changed_from
  for each statement execute function outbox_subscribers();
