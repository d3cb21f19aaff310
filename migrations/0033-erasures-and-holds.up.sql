-- What goes, and what stays although nothing allows its use any more.

-- When the last basis of a record ends its erasure is scheduled, by the derivation alone; a new basis cancels it.
create table erasures (
  id           uuid primary key,
  subject_kind subject_kind not null,
  subject_id   uuid not null,
  because      uuid not null references lawful_bases,
  scheduled_at timestamptz not null default decision_time(),
  due_at       timestamptz not null,
  cancelled_at timestamptz,
  check (due_at > scheduled_at)
);
create unique index erasures_once on erasures (subject_id, subject_kind) where cancelled_at is null;
create index erasures_by_due on erasures (due_at, id) where cancelled_at is null;
select guard('erasures');
comment on column erasures.subject_id is 'Pseudonym of the person';
create policy schedule on erasures to lawfulness using (true) with check (true);
grant select, insert (id, subject_kind, subject_id, because, due_at), update (cancelled_at) on erasures to lawfulness;
create policy oversee on erasures for select to audience_privacy_officer using (true);
grant select on erasures to audience_privacy_officer;

-- Named items of a record are kept for a reason and until a day, such as for a lawsuit; a whole record only where
-- somebody says so.
create table legal_holds (
  id              uuid primary key,
  subject_kind    subject_kind not null,
  subject_id      uuid not null,
  items           text[] not null default '{}',
  is_whole_record boolean not null default false,
  reason          text not null check (length(reason) between 1 and 2000),
  placed_by       uuid not null,
  placed_at       timestamptz not null default decision_time(),
  ends_on         date not null,
  lifted_by       uuid,
  lifted_at       timestamptz,
  check (is_whole_record = (cardinality(items) = 0)),
  check ((lifted_by is null) = (lifted_at is null))
);
create index legal_holds_of_subject on legal_holds (subject_id);
create index legal_holds_by_end on legal_holds (ends_on, id) where lifted_at is null;
select guard('legal_holds');
comment on column legal_holds.subject_id is 'Pseudonym of the person';
comment on column legal_holds.reason is 'Why it is kept; may tell of the person';
comment on column legal_holds.placed_by is 'Pseudonym of the privacy officer';
comment on column legal_holds.lifted_by is 'Pseudonym of the privacy officer';
create policy oversee on legal_holds for select to audience_privacy_officer using (true);
create policy place on legal_holds for insert to audience_privacy_officer with check (placed_by = (select viewer_id()));
create policy lift on legal_holds for update to audience_privacy_officer
  using (lifted_at is null) with check (lifted_by = (select viewer_id()));
grant select, insert (id, subject_kind, subject_id, items, is_whole_record, reason, placed_by, ends_on),
  update (lifted_by, lifted_at)
  on legal_holds to audience_privacy_officer;
