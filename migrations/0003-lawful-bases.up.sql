-- The ledger of bases: appended to, never rewritten; ids, codes and times only. A second row ends the first.

-- The register's rows (src/lawfulness/register.ts), written by the migrating process alone.
create table register_bases (
  subject_kind subject_kind not null,
  purpose      purpose not null,
  lawful_basis lawful_basis not null,
  primary key (subject_kind, purpose, lawful_basis)
);
select guard('register_bases');
create policy read_all on register_bases for select to lawfulness using (true);
grant select on register_bases to lawfulness;

create type basis_transition as enum (
  'ESTABLISHED', 'WITHDRAWN', 'OBJECTED', 'CONTRACT_ENDED', 'EXPIRED', 'SUPERSEDED'
);

create table lawful_bases (
  id           uuid primary key,
  subject_kind subject_kind not null,
  subject_id   uuid not null,
  customer_id  uuid,
  purpose      purpose not null,
  lawful_basis lawful_basis not null,
  transition   basis_transition not null default 'ESTABLISHED',
  ends         uuid unique references lawful_bases,
  effective_at timestamptz not null default decision_time(),
  valid_until  timestamptz not null default 'infinity',
  recorded_at  timestamptz not null default decision_time(),
  check ((transition = 'ESTABLISHED') = (ends is null)),
  check ((subject_kind in ('CUSTOMER_CONTACT', 'PLATFORM_USER')) = (customer_id is not null)),
  check (valid_until > effective_at)
);
create index on lawful_bases (subject_id);
select guard('lawful_bases');
comment on column lawful_bases.subject_id is 'Pseudonym of the person';

create policy derive on lawful_bases for select to lawfulness using (true);
grant select on lawful_bases to lawfulness;
create policy read_all on lawful_bases for select to audience_privacy_officer using (true);
grant select on lawful_bases to audience_privacy_officer;

-- Who brings a record in says on which basis. Reach over an existing subject is asked by the derivation's caller.
create policy establish on lawful_bases for insert to audience_marketing
  with check (subject_kind in ('PROSPECT', 'SUBSCRIBER') and transition = 'ESTABLISHED');
grant insert (id, subject_kind, subject_id, purpose, lawful_basis, effective_at, valid_until)
  on lawful_bases to audience_marketing;
create policy establish_customer on lawful_bases for insert to audience_operator
  with check (subject_kind = 'CUSTOMER' and transition = 'ESTABLISHED');
grant insert (id, subject_kind, subject_id, purpose, lawful_basis, effective_at, valid_until)
  on lawful_bases to audience_operator;

create trigger never_rewritten before update or delete on lawful_bases
  for each row execute function refuse_rewriting();
create trigger never_truncated before truncate on lawful_bases
  for each statement execute function refuse_rewriting();
alter table lawful_bases enable always trigger never_rewritten;
alter table lawful_bases enable always trigger never_truncated;

-- What shows that a consent was given, apart from the ledger so that it can be erased.
create table basis_evidence (
  lawful_basis_id uuid primary key references lawful_bases,
  subject_kind    subject_kind not null,
  subject_id      uuid not null,
  source          text not null,
  wording         text,
  given_at        timestamptz,
  confirmed_at    timestamptz,
  recorded_at     timestamptz not null default decision_time()
);
create index on basis_evidence (subject_id);
select guard('basis_evidence');
comment on column basis_evidence.wording is 'What the person was shown when agreeing';
comment on column basis_evidence.given_at is 'When the person asked to be subscribed or agreed';
comment on column basis_evidence.confirmed_at is 'When the person confirmed it (double opt-in)';
create policy record on basis_evidence for insert to audience_marketing
  with check (subject_kind in ('PROSPECT', 'SUBSCRIBER'));
grant insert (lawful_basis_id, subject_kind, subject_id, source, wording, given_at, confirmed_at)
  on basis_evidence to audience_marketing;
create policy read_all on basis_evidence for select to audience_privacy_officer using (true);
grant select on basis_evidence to audience_privacy_officer;

-- Addresses that must not be mailed: a keyed hash and nothing else, so that it may survive erasure (Art. 21(3)).
create table suppressions (
  email_hash    bytea primary key,
  reason        text not null,
  suppressed_at timestamptz not null default decision_time()
);
select guard('suppressions');
comment on column suppressions.email_hash is 'Keyed hash of the canonical address';
create policy ask on suppressions for select to lawfulness, suppressor using (true);
grant select on suppressions to lawfulness, suppressor;
create policy add on suppressions for insert to suppressor with check (true);
grant insert on suppressions to suppressor;
