-- Visitors, event participants, partners and prospective customers, and how they met us.

create type prospect_kind as enum ('VISITOR', 'EVENT_PARTICIPANT', 'PARTNER', 'PROSPECTIVE_CUSTOMER');

create table prospects (
  id                   uuid primary key,
  name                 text not null check (length(name) between 1 and 200),
  kind                 prospect_kind not null,
  company_name         text check (length(company_name) <= 200),
  email_address        text not null check (length(email_address) <= 254),
  email_canonical      text not null unique check (length(email_canonical) <= 254),
  email_hash           bytea not null unique,
  source               text not null check (length(source) between 1 and 200),
  informed_on          date,
  created_at           timestamptz not null default decision_time(),
  version              integer not null default 1,
  may_email            boolean not null default false,
  purposes             integer not null default 0,
  purposes_valid_until timestamptz not null default 'infinity'
);
create index prospects_for_marketing on prospects (id) where (purposes & 8) <> 0;
create index prospects_for_marketing_by_name on prospects (name, id) where (purposes & 8) <> 0;
create index prospects_expiring on prospects (purposes_valid_until) where purposes_valid_until < 'infinity';
select guard('prospects');
comment on column prospects.name is 'The person''s name';
comment on column prospects.kind is 'How the person relates to us';
comment on column prospects.company_name is 'Where the person works';
comment on column prospects.email_address is 'The address as given';
comment on column prospects.email_canonical is 'The address in canonical form, for comparing';
comment on column prospects.email_hash is 'Keyed hash of the canonical address';
comment on column prospects.source is 'Where we have the data from (Art. 14(2)(f))';
comment on column prospects.informed_on is 'The day on which the person was told that we hold this (Art. 14(3))';
comment on column prospects.may_email is 'Derived from ledger and suppressions: consent to e-mail marketing stands';

create policy market on prospects for select to audience_marketing
  using ((purposes & 8) <> 0 and purposes_valid_until > (select decision_time()));
create policy bring_in on prospects for insert to audience_marketing with check (purposes = 0);
create policy correct on prospects for update to audience_marketing
  using ((purposes & 8) <> 0 and purposes_valid_until > (select decision_time()));
grant select (id, name, kind, company_name, email_address, email_canonical, source, informed_on, created_at, version, may_email, purposes, purposes_valid_until),
  insert (id, name, kind, company_name, email_address, email_canonical, email_hash, source, informed_on),
  update (name, kind, company_name, email_address, email_canonical, email_hash)
  on prospects to audience_marketing;

create policy answer on prospects for select to audience_privacy_officer using (true);
grant select (id, name, email_address, email_hash, created_at, purposes, purposes_valid_until) on prospects to audience_privacy_officer;

create policy derive on prospects to lawfulness using (true) with check (true);
grant select, update (purposes, purposes_valid_until, may_email) on prospects to lawfulness;

create policy ask on prospects for select to suppressor, finder using (true);
grant select (id, email_hash, purposes, purposes_valid_until) on prospects to suppressor, finder;

create policy count on prospects for select to job_figures
  using ((purposes & 4) <> 0 and purposes_valid_until > (select decision_time()));
grant select (id) on prospects to job_figures;

create trigger next_version before update of name, kind, company_name, email_address on prospects
  for each row execute function count_version();

create type interaction_kind as enum ('SITE', 'AD', 'EVENT', 'EMAIL');

-- What is read from a device is kept on a person only with that person's consent (ePrivacy Directive Art. 5(3));
-- else, and where nobody is known, the row counts and names no one.
create table interactions (
  id               uuid primary key,
  prospect_id      uuid references prospects,
  kind             interaction_kind not null,
  subject          text check (length(subject) <= 300),
  occurred_at      timestamptz not null,
  consent_evidence text check (length(consent_evidence) <= 500),
  source           text not null check (source ~ '^[A-Z_]{1,32}$'),
  source_id        text not null check (length(source_id) between 1 and 200),
  recorded_at      timestamptz not null default decision_time(),
  unique (source, source_id),
  check (prospect_id is null or kind in ('EVENT', 'EMAIL') or consent_evidence is not null),
  check (prospect_id is not null or (subject is null and consent_evidence is null))
);
create index interactions_of_prospect on interactions (prospect_id, occurred_at desc, id desc);
create index interactions_by_time on interactions (occurred_at);
select guard('interactions');
comment on column interactions.prospect_id is 'Who it was, where known and permitted';
comment on column interactions.kind is 'How the person met us';
comment on column interactions.subject is 'The page, campaign, event or message';
comment on column interactions.occurred_at is 'When the person met us';
comment on column interactions.consent_evidence is 'What shows that the person agreed to be recognised';

create policy market on interactions for select to audience_marketing
  using (exists (select from prospects p where p.id = prospect_id));
create policy count on interactions for select to job_figures
  using (exists (select from prospects p where p.id = prospect_id));
grant select (id, prospect_id, kind, subject, occurred_at, source) on interactions to audience_marketing, job_figures;

create policy take_in on interactions for insert to audience_intake with check (source = (select viewer_source()));
grant insert (id, prospect_id, kind, subject, occurred_at, consent_evidence, source, source_id)
  on interactions to audience_intake;
