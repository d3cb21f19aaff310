-- What becomes of a basis is a row as well: it is confirmed, or ended; a person objects to a purpose or has the record
-- restricted, and that is decided or lifted. One function judges every basis, at any time, as it was known at any time.

create type basis_ground as enum (
  'UNTIL_INFORMED', 'EXISTING_CUSTOMER', 'INVOICES',
  'ACCURACY_CONTESTED', 'PROCESSING_UNLAWFUL', 'NEEDED_FOR_CLAIMS'
);
comment on type basis_ground is 'Why it is as it is: Art. 14(3), ePrivacy Directive Art. 13(2), tax law; Art. 18(1)(a), (b), (c)';

alter table lawful_bases disable trigger never_rewritten;
alter table lawful_bases rename column ends to concerns;
alter table lawful_bases
  drop constraint lawful_bases_ends_key,
  drop constraint lawful_bases_check,
  alter column purpose drop not null,
  alter column lawful_basis drop not null,
  add column ground basis_ground;
-- An objection is to a purpose, whatever basis it has.
update lawful_bases set concerns = null, lawful_basis = null where transition = 'OBJECTED';
alter table lawful_bases enable always trigger never_rewritten;
alter table lawful_bases add constraint lawful_bases_form check (
  case transition
    when 'ESTABLISHED' then concerns is null and purpose is not null and lawful_basis is not null
    when 'OBJECTED' then concerns is null and purpose is not null and lawful_basis is null
    when 'RESTRICTED' then concerns is null and purpose is null and lawful_basis is null and ground is not null
    else concerns is not null
  end);
alter table lawful_bases add constraint lawful_bases_no_later_than_known check (effective_at <= recorded_at);
-- What has ended has ended once.
create unique index lawful_bases_ended_once on lawful_bases (concerns) where transition <> 'CONFIRMED';
create index lawful_bases_confirmed on lawful_bases (concerns) where transition = 'CONFIRMED';
create index lawful_bases_objected on lawful_bases (subject_id) where transition in ('OBJECTED', 'RESTRICTED');

alter table customer_contacts add column may_email boolean not null default false;
comment on column customer_contacts.may_email is 'Derived from ledger and suppressions: marketing mail may be sent';
grant update (may_email) on customer_contacts to lawfulness;

-- The same bits, in a form that PostgreSQL puts into the statement instead of calling it for each row.
create or replace function purpose_bit(purpose) returns integer
  language sql immutable as $$
    select case $1
      when 'SERVICE_PERFORMANCE' then 1 when 'LEGAL_OBLIGATIONS' then 2 when 'SERVICE_IMPROVEMENT' then 4
      when 'MARKETING_AND_SALES' then 8 when 'NEWSLETTER' then 16 when 'CUSTOMER_SUPPORT' then 32
      when 'SECURITY' then 64
    end
  $$;

-- Direct marketing may be objected to without any reason being weighed (Art. 21(3)).
create function is_direct_marketing(purpose) returns boolean
  language sql immutable as $$ select $1 in ('MARKETING_AND_SALES', 'NEWSLETTER') $$;
-- Clients tell the time in milliseconds: within one, whoever objects was the later.
create function is_later(timestamptz, timestamptz) returns boolean
  language sql immutable as $$ select date_trunc('milliseconds', $1, 'UTC') > date_trunc('milliseconds', $2, 'UTC') $$;
-- What a restriction leaves: storing, legal claims, the rights of others (Art. 18(2)). Nobody turns off security.
create function goes_on_restricted(purpose) returns boolean
  language sql immutable as $$ select $1 in ('SECURITY', 'LEGAL_OBLIGATIONS') $$;

-- Each basis that was known, and whether it counts: COUNTS, or why it doesn't, with the row that decides.
create function judged_bases(asked_kind subject_kind, ids uuid[], at timestamptz, known_at timestamptz)
  returns table (subject_id uuid, basis_id uuid, purpose purpose, lawful_basis lawful_basis, ground basis_ground,
    effective_at timestamptz, until timestamptz, verdict text, decided_by uuid)
  language sql stable as $$
    select b.subject_id, b.id, b.purpose, b.lawful_basis, b.ground, b.effective_at, b.until,
      case
        when e.id is not null then e.transition::text
        when b.until <= at then 'EXPIRED'
        when not b.is_registered then 'NOT_IN_REGISTER'
        when o.is_final then 'OBJECTED'
        when r.id is not null then 'RESTRICTED'
        when o.id is not null then 'OBJECTION_PENDING'
        else 'COUNTS'
      end,
      coalesce(e.id, case when b.until <= at or not b.is_registered then b.id when o.is_final then o.id end, r.id, o.id, b.id)
    from unnest(ids) asked
    cross join lateral (
      select l.id, l.subject_id, l.purpose, l.lawful_basis, l.ground, l.effective_at,
        coalesce((
          select c.valid_until from lawful_bases c
          where c.concerns = l.id and c.transition = 'CONFIRMED' and c.effective_at <= at and c.recorded_at <= known_at
          order by c.recorded_at desc, c.id desc limit 1), l.valid_until) as until,
        exists (select from register_bases r
          where (r.subject_kind, r.purpose, r.lawful_basis) = (asked_kind, l.purpose, l.lawful_basis)) as is_registered
      from lawful_bases l
      where l.subject_id = asked and l.subject_kind = asked_kind and l.transition = 'ESTABLISHED'
        and l.effective_at <= at and l.recorded_at <= known_at
      offset 0) b
    left join lateral (
      select n.id, n.transition from lawful_bases n
      where n.concerns = b.id and n.transition <> 'CONFIRMED' and n.effective_at <= at and n.recorded_at <= known_at
      limit 1) e on true
    left join lateral (
      select p.id, is_direct_marketing(p.purpose) or exists (
          select from lawful_bases c where c.concerns = p.id and c.transition = 'CONFIRMED'
            and c.effective_at <= at and c.recorded_at <= known_at) as is_final
      from lawful_bases p
      where p.subject_id = asked and p.subject_kind = asked_kind and p.transition = 'OBJECTED' and p.purpose = b.purpose
        and p.effective_at <= at and p.recorded_at <= known_at
        and case
          when p.purpose = 'SECURITY' then false
          when is_direct_marketing(p.purpose) then b.lawful_basis <> 'CONSENT' or not is_later(b.effective_at, p.effective_at)
          else b.lawful_basis in ('LEGITIMATE_INTERESTS', 'PUBLIC_TASK')
        end
        and not exists (
          select from lawful_bases l where l.concerns = p.id and l.transition = 'LIFTED'
            and l.effective_at <= at and l.recorded_at <= known_at)
      order by 2 desc, p.effective_at, p.id limit 1) o on true
    left join lateral (
      select s.id from lawful_bases s
      where s.subject_id = asked and s.subject_kind = asked_kind and s.transition = 'RESTRICTED'
        and s.effective_at <= at and s.recorded_at <= known_at
        and not goes_on_restricted(b.purpose)
        and (b.lawful_basis <> 'CONSENT' or not is_later(b.effective_at, s.effective_at))
        and not exists (
          select from lawful_bases l where l.concerns = s.id and l.transition = 'LIFTED'
            and l.effective_at <= at and l.recorded_at <= known_at)
      order by s.effective_at, s.id limit 1) r on true
  $$;

-- Closed for a while is not gone.
create function is_standing(verdict text) returns boolean
  language sql immutable as $$ select coalesce(verdict in ('COUNTS', 'RESTRICTED', 'OBJECTION_PENDING'), false) $$;

-- Of two who change one subject the second waits here, and then sees what the first has written.
create function hold_subjects(held_kind subject_kind, ids uuid[]) returns integer
  language plpgsql as $$
declare
  held integer;
begin
  case held_kind
    when 'CUSTOMER' then perform from customers where id = any (ids) order by id for no key update;
    when 'CUSTOMER_CONTACT' then perform from customer_contacts where id = any (ids) order by id for no key update;
    when 'PLATFORM_USER' then perform from platform_users where id = any (ids) order by id for no key update;
    when 'PROSPECT' then perform from prospects where id = any (ids) order by id for no key update;
    when 'SUBSCRIBER' then perform from subscribers where id = any (ids) order by id for no key update;
  end case;
  get diagnostics held = row_count;
  return held;
end $$;

-- What follows for a record. An obligation keeps the values that it names, and never a whole record; a restriction keeps
-- it from being erased (Art. 18(1)(b), (c)).
create type derived_purposes as (
  id uuid, bits integer, until timestamptz, has_consent boolean, may_email boolean, is_kept boolean, decided_by uuid
);

-- Thirty days in which a mistake can be mended. Whose last basis is gone is closed to everybody meanwhile.
create function schedule_erasures(scheduled_kind subject_kind, derived derived_purposes[]) returns void
  language plpgsql as $$
declare
  kept uuid[] := array(select d.id from unnest(derived) d where d.is_kept);
begin
  update erasures set cancelled_at = decision_time()
    where subject_id = any (kept) and subject_kind = scheduled_kind and cancelled_at is null;
  insert into erasures (id, subject_kind, subject_id, because, due_at)
    select gen_random_uuid(), scheduled_kind, d.id, d.decided_by, decision_time() + interval '30 days'
    from unnest(derived) d where not d.is_kept and d.decided_by is not null
    on conflict do nothing;
end $$;

grant create on schema public to lawfulness, undoer, suppressor;
alter function schedule_erasures(subject_kind, derived_purposes[]) owner to lawfulness;
alter function judged_bases(subject_kind, uuid[], timestamptz, timestamptz) owner to lawfulness;
alter function hold_subjects(subject_kind, uuid[]) owner to lawfulness;
set local role lawfulness;
revoke execute on function judged_bases(subject_kind, uuid[], timestamptz, timestamptz), hold_subjects(subject_kind, uuid[]),
  schedule_erasures(subject_kind, derived_purposes[]) from public;
grant execute on function judged_bases(subject_kind, uuid[], timestamptz, timestamptz) to audience_privacy_officer;

drop function permitted_purposes(subject_kind, uuid[]);
create function permitted_purposes(derived_kind subject_kind, ids uuid[]) returns setof derived_purposes
  language sql stable as $$
    select asked, coalesce(bit_or(purpose_bit(j.purpose)) filter (where j.verdict = 'COUNTS'), 0),
      coalesce(min(j.until) filter (where is_standing(j.verdict)), 'infinity'),
      coalesce(bool_or(j.verdict = 'COUNTS' and is_direct_marketing(j.purpose) and j.lawful_basis = 'CONSENT'), false),
      coalesce(bool_or(j.verdict = 'COUNTS' and is_direct_marketing(j.purpose)
        and (j.lawful_basis = 'CONSENT' or j.ground = 'EXISTING_CUSTOMER')), false),
      coalesce(bool_or(is_standing(j.verdict) and j.purpose <> 'LEGAL_OBLIGATIONS'), false) or exists (
        select from lawful_bases s where s.subject_id = asked and s.subject_kind = derived_kind
          and s.transition = 'RESTRICTED' and s.effective_at <= decision_time()
          and not exists (select from lawful_bases l where l.concerns = s.id and l.transition = 'LIFTED')),
      (array_agg(j.decided_by order by j.until desc, j.decided_by desc) filter (where not is_standing(j.verdict)))[1]
    from unnest(ids) asked left join judged_bases(derived_kind, ids, decision_time(), 'infinity') j on j.subject_id = asked
    group by asked
  $$;
revoke execute on function permitted_purposes(subject_kind, uuid[]) from public;

create or replace function derive_permitted_purposes(derived_kind subject_kind, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  derived derived_purposes[];
  updated integer;
begin
  perform hold_subjects(derived_kind, ids);
  derived := array(select d from permitted_purposes(derived_kind, ids) d);
  case derived_kind
    when 'CUSTOMER' then
      update customers s set purposes = d.bits, purposes_valid_until = d.until
        from unnest(derived) d where s.id = d.id;
    when 'CUSTOMER_CONTACT' then
      update customer_contacts s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.may_email and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from unnest(derived) d where s.id = d.id;
    when 'PLATFORM_USER' then
      update platform_users s set purposes = d.bits, purposes_valid_until = d.until
        from unnest(derived) d where s.id = d.id;
    when 'PROSPECT' then
      update prospects s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.may_email and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from unnest(derived) d where s.id = d.id;
    when 'SUBSCRIBER' then
      update subscribers s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.may_email and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from unnest(derived) d where s.id = d.id;
  end case;
  get diagnostics updated = row_count;
  if updated <> cardinality(ids) then
    raise exception 'A lawful basis names a % that does not exist', derived_kind using errcode = 'foreign_key_violation';
  end if;
  perform schedule_erasures(derived_kind, derived);
end $$;

create or replace function derive_from_added_bases() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  touched record;
begin
  if exists (
    select from added a where a.transition = 'ESTABLISHED' and not exists (
      select from register_bases r where r.subject_kind = a.subject_kind and r.purpose = a.purpose
        and r.lawful_basis = a.lawful_basis)) then
    raise exception 'The processing register allows no such basis' using errcode = 'check_violation';
  end if;
  if exists (select from added a where not exists (select from lawful_bases b where b.id = a.id)) then
    raise exception 'The derivation cannot read the ledger' using errcode = 'insufficient_privilege';
  end if;
  if exists (
    select from added a join lawful_bases c on c.id = a.concerns
    where (a.subject_kind, a.subject_id) <> (c.subject_kind, c.subject_id)
      or a.effective_at < c.effective_at
      or not case a.transition
        when 'CONFIRMED' then c.transition = 'OBJECTED' or c.transition = 'ESTABLISHED' and a.recorded_at < c.valid_until
        when 'LIFTED' then c.transition = 'RESTRICTED' or c.transition = 'OBJECTED' and not is_direct_marketing(c.purpose)
        when 'WITHDRAWN' then c.transition = 'ESTABLISHED' and c.lawful_basis = 'CONSENT'
        else c.transition = 'ESTABLISHED'
      end) then
    raise exception 'A row of the ledger can''t concern this other one'
      using errcode = 'check_violation', constraint = 'lawful_bases_concerns';
  end if;
  for touched in select subject_kind, array_agg(distinct subject_id) as ids from added group by subject_kind order by 1 loop
    perform derive_permitted_purposes(touched.subject_kind, touched.ids);
  end loop;
  return null;
end $$;

create or replace function derive_from_suppressions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform derive_permitted_purposes('CUSTOMER_CONTACT',
    array(select c.id from customer_contacts c join added a using (email_hash)));
  perform derive_permitted_purposes('PROSPECT', array(select p.id from prospects p join added a using (email_hash)));
  perform derive_permitted_purposes('SUBSCRIBER', array(select s.id from subscribers s join added a using (email_hash)));
  return null;
end $$;

-- What ran out is written down as a row of its own, and derived anew.
create or replace function derive_expired() returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  derived integer := 0;
  expired record;
begin
  for expired in
    select k.kind, array_agg(k.id) as ids from (
      (select 'CUSTOMER'::subject_kind as kind, id from customers where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'CUSTOMER_CONTACT', id from customer_contacts where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'PLATFORM_USER', id from platform_users where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'PROSPECT', id from prospects where purposes_valid_until <= decision_time() limit 1000)
      union all (select 'SUBSCRIBER', id from subscribers where purposes_valid_until <= decision_time() limit 1000)
    ) k group by k.kind order by 1
  loop
    perform hold_subjects(expired.kind, expired.ids);
    insert into lawful_bases (id, subject_kind, subject_id, customer_id, purpose, lawful_basis, transition, concerns, effective_at)
      select gen_random_uuid(), l.subject_kind, l.subject_id, l.customer_id, l.purpose, l.lawful_basis, 'EXPIRED', l.id, j.until
      from judged_bases(expired.kind, expired.ids, decision_time(), 'infinity') j join lawful_bases l on l.id = j.basis_id
      where j.verdict = 'EXPIRED' and j.decided_by = j.basis_id;
    perform derive_permitted_purposes(expired.kind, expired.ids);
    derived := derived + cardinality(expired.ids);
  end loop;
  return derived;
end $$;
set local role owner;
grant insert (id, subject_kind, subject_id, customer_id, purpose, lawful_basis, transition, concerns, effective_at)
  on lawful_bases to lawfulness;
create policy expire on lawful_bases for insert to lawfulness with check (transition = 'EXPIRED');
grant select on register_bases to audience_privacy_officer;
create policy look_up on register_bases for select to audience_privacy_officer using (true);

grant insert (ground) on lawful_bases to audience_marketing;

create policy know_contacts on customer_contacts for select to suppressor using (true);
grant select (id, email_hash) on customer_contacts to suppressor;
create policy know_objections on lawful_bases for select to suppressor using (transition = 'OBJECTED');
grant select (subject_id, transition, purpose) on lawful_bases to suppressor;

-- What names the column, or what was written beside a basis.
set local role suppressor;
create or replace function closed_addresses(asked_kind subject_kind, hashes bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select email_hash from suppressions where email_hash = any (hashes)
    union select email_hash from prospects where asked_kind = 'PROSPECT' and email_hash = any (hashes)
      and ((purposes & 8) = 0 or purposes_valid_until <= decision_time())
    union select email_hash from subscribers where asked_kind = 'SUBSCRIBER' and email_hash = any (hashes)
      and ((purposes & 16) = 0 or purposes_valid_until <= decision_time())
    -- a customer's contact who objected is the same person here
    union select c.email_hash from customer_contacts c where asked_kind = 'PROSPECT' and c.email_hash = any (hashes)
      and exists (select from lawful_bases o
        where o.subject_id = c.id and o.transition = 'OBJECTED' and o.purpose = 'MARKETING_AND_SALES')
  $$;
set local role undoer;
create or replace function undo_imported(undone_import uuid, numbers integer[]) returns setof integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  alone import_rows[];
begin
  perform refuse_nobody();
  alone := array(
    select r from import_rows r
    left join prospects p on r.subject_kind = 'PROSPECT' and p.id = r.subject_id
    left join subscribers s on r.subject_kind = 'SUBSCRIBER' and s.id = r.subject_id
    where r.import_id = undone_import and r.row_number = any (numbers)
      and coalesce(p.changed_at, s.changed_at) <= r.brought_at
      and not exists (select from lawful_bases l where l.subject_id = r.subject_id and l.recorded_at > r.brought_at));
  insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns)
    select gen_random_uuid(), l.subject_kind, l.subject_id, l.purpose, l.lawful_basis, 'IMPORT_UNDONE', l.id
    from unnest(alone) r join lawful_bases l on l.subject_id = r.subject_id and l.subject_kind = r.subject_kind
    where r.outcome = 'ADDED' and l.transition = 'ESTABLISHED'
      and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED');
  update prospects p set name = r.old_name from unnest(alone) r
    where r.outcome = 'CHANGED' and r.subject_kind = 'PROSPECT' and p.id = r.subject_id;
  update subscribers s set name = r.old_name from unnest(alone) r
    where r.outcome = 'CHANGED' and r.subject_kind = 'SUBSCRIBER' and s.id = r.subject_id;
  return query select r.row_number from unnest(alone) r;
end $$;
create or replace function undone_among(asked_kind subject_kind, hashes bytea[]) returns table (hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select k.email_hash, k.id from (
      select p.email_hash, p.id from prospects p where asked_kind = 'PROSPECT' and p.email_hash = any (hashes)
      union all select s.email_hash, s.id from subscribers s where asked_kind = 'SUBSCRIBER' and s.email_hash = any (hashes)) k
    where not exists (select from suppressions x where x.email_hash = k.email_hash)
      and exists (select from lawful_bases l where l.subject_id = k.id and l.transition = 'IMPORT_UNDONE')
      and not exists (select from lawful_bases l where l.subject_id = k.id and (
        l.transition not in ('ESTABLISHED', 'CONFIRMED', 'IMPORT_UNDONE')
        or l.transition = 'ESTABLISHED' and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED')))
  $$;
set local role lawfulness;
create or replace function stopped_since(exported export_kind, since timestamptz) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked subject_kind := case exported
    when 'PROSPECTS' then 'PROSPECT' when 'SUBSCRIBERS' then 'SUBSCRIBER' when 'PLATFORM_USERS' then 'PLATFORM_USER' end;
begin
  perform refuse_nobody();
  return asked is not null and (
    exists (select from lawful_bases
      where transition <> 'ESTABLISHED' and transition not in ('CONFIRMED', 'LIFTED') and recorded_at >= since and subject_kind = asked
        and (asked <> 'PLATFORM_USER' or customer_id = viewer_customer()))
    or exists (select from lawful_bases l
      where valid_until <> 'infinity' and valid_until > since and valid_until <= decision_time() and subject_kind = asked
        and (asked <> 'PLATFORM_USER' or customer_id = viewer_customer())
        and not exists (select from lawful_bases c where c.concerns = l.id and c.transition = 'CONFIRMED'))
    or exists (select from suppressions x where x.suppressed_at >= since and case asked
      when 'PROSPECT' then exists (select from prospects p where p.email_hash = x.email_hash)
      when 'SUBSCRIBER' then exists (select from subscribers s where s.email_hash = x.email_hash) else false end));
end $$;
-- Whose last basis had ended before erasures were scheduled.
select derive_permitted_purposes('CUSTOMER', array(select id from customers where purposes & ~2 = 0));
select derive_permitted_purposes('CUSTOMER_CONTACT', array(select id from customer_contacts where purposes & ~2 = 0));
select derive_permitted_purposes('PLATFORM_USER', array(select id from platform_users where purposes & ~2 = 0));
select derive_permitted_purposes('PROSPECT', array(select id from prospects where purposes & ~2 = 0));
select derive_permitted_purposes('SUBSCRIBER', array(select id from subscribers where purposes & ~2 = 0));
set local role owner;
revoke create on schema public from lawfulness, undoer, suppressor;
