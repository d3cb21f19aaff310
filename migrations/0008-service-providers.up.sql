-- Who processes on our behalf, under which agreement, and what left to them.

create table service_providers (
  id         uuid primary key,
  name       text not null unique check (length(name) between 1 and 200),
  service    text not null check (length(service) between 1 and 300),
  created_at timestamptz not null default decision_time()
);
select guard('service_providers');
create policy keep on service_providers to audience_privacy_officer using (true) with check (true);
grant select, insert (id, name, service) on service_providers to audience_privacy_officer;

create table provider_agreements (
  id                  uuid primary key,
  service_provider_id uuid not null references service_providers,
  kinds               subject_kind[] not null check (cardinality(kinds) > 0),
  purposes            purpose[] not null check (cardinality(purposes) > 0),
  in_force_from       timestamptz not null default decision_time(),
  ended_at            timestamptz check (ended_at >= in_force_from)
);
create index provider_agreements_of_provider on provider_agreements (service_provider_id);
select guard('provider_agreements');
create policy keep on provider_agreements to audience_privacy_officer using (true) with check (true);
grant select, insert (id, service_provider_id, kinds, purposes), update (ended_at)
  on provider_agreements to audience_privacy_officer;
create policy own on provider_agreements for select to audience_contact_sync
  using (service_provider_id = (select viewer_provider()));
grant select on provider_agreements to audience_contact_sync;

-- Asked once per statement, in the policies of what a tool may receive.
create function agreement_covers(asked_kind subject_kind, asked_purpose purpose) returns boolean
  language sql stable as $$
    select exists (
      select from provider_agreements
      where service_provider_id = viewer_provider() and in_force_from <= decision_time()
        and (ended_at is null or ended_at > decision_time())
        and asked_kind = any (kinds) and asked_purpose = any (purposes))
  $$;

create policy sync on prospects for select to audience_contact_sync
  using ((purposes & 8) <> 0 and purposes_valid_until > (select decision_time())
    and (select agreement_covers('PROSPECT', 'MARKETING_AND_SALES')));
grant select (id, name, company_name, email_address, may_email, purposes, purposes_valid_until) on prospects to audience_contact_sync;
create policy sync on subscribers for select to audience_contact_sync
  using ((purposes & 16) <> 0 and purposes_valid_until > (select decision_time())
    and (select agreement_covers('SUBSCRIBER', 'NEWSLETTER')));
grant select (id, name, email_address, may_email, purposes, purposes_valid_until) on subscribers to audience_contact_sync;

create table disclosures (
  id                  uuid primary key,
  service_provider_id uuid not null references service_providers,
  viewer_id           uuid not null,
  purposes            purpose[] not null,
  fields              text[] not null,
  first_change        bigint not null,
  last_change         bigint not null,
  contact_count       integer not null,
  disclosed_at        timestamptz not null default decision_time()
);
create index disclosures_of_provider on disclosures (service_provider_id, id);
select guard('disclosures');
create policy record_own on disclosures for insert to audience_contact_sync
  with check (service_provider_id = (select viewer_provider()) and viewer_id = (select viewer_id()));
grant insert (id, service_provider_id, viewer_id, purposes, fields, first_change, last_change, contact_count)
  on disclosures to audience_contact_sync;
create policy read_all on disclosures for select to audience_privacy_officer using (true);
grant select on disclosures to audience_privacy_officer;
create trigger never_rewritten before update or delete on disclosures
  for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on disclosures
  for each statement execute function refuse_rewriting();
