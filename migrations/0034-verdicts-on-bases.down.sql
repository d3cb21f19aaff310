drop policy expire on lawful_bases;
revoke insert on lawful_bases from lawfulness;
drop index lawful_bases_ended_once, lawful_bases_confirmed, lawful_bases_objected;
-- What the older form has no words for is lost: a restriction, and an objection to a purpose without a basis of ours.
alter table lawful_bases disable trigger never_rewritten;
delete from lawful_bases where transition in ('CONFIRMED', 'RESTRICTED', 'LIFTED') or transition = 'OBJECTED' and purpose = 'SECURITY';
alter table lawful_bases
  drop constraint lawful_bases_form,
  drop constraint lawful_bases_no_later_than_known,
  drop column ground;
alter table lawful_bases rename column concerns to ends;
with objected as (
  select distinct on (b.id) o.id, b.id as ends, b.lawful_basis
  from lawful_bases o join lawful_bases b on (b.subject_id, b.purpose) = (o.subject_id, o.purpose) and b.transition = 'ESTABLISHED'
  where o.transition = 'OBJECTED' and not exists (select from lawful_bases e where e.ends = b.id))
update lawful_bases l set ends = o.ends, lawful_basis = o.lawful_basis from objected o where o.id = l.id;
delete from lawful_bases where transition = 'OBJECTED' and ends is null;
alter table lawful_bases enable always trigger never_rewritten;
alter table lawful_bases
  alter column purpose set not null,
  alter column lawful_basis set not null,
  add constraint lawful_bases_ends_key unique (ends),
  add constraint lawful_bases_check check ((transition = 'ESTABLISHED') = (ends is null));
grant create on schema public to lawfulness, undoer, suppressor;
set local role suppressor;
create or replace function closed_addresses(asked_kind subject_kind, hashes bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select email_hash from suppressions where email_hash = any (hashes)
    union select email_hash from prospects where asked_kind = 'PROSPECT' and email_hash = any (hashes)
      and ((purposes & 8) = 0 or purposes_valid_until <= decision_time())
    union select email_hash from subscribers where asked_kind = 'SUBSCRIBER' and email_hash = any (hashes)
      and ((purposes & 16) = 0 or purposes_valid_until <= decision_time())
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
  insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, ends)
    select gen_random_uuid(), l.subject_kind, l.subject_id, l.purpose, l.lawful_basis, 'IMPORT_UNDONE', l.id
    from unnest(alone) r join lawful_bases l on l.subject_id = r.subject_id and l.subject_kind = r.subject_kind
    where r.outcome = 'ADDED' and l.transition = 'ESTABLISHED'
      and not exists (select from lawful_bases e where e.ends = l.id);
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
        l.transition not in ('ESTABLISHED', 'IMPORT_UNDONE')
        or l.transition = 'ESTABLISHED' and not exists (select from lawful_bases e where e.ends = l.id)))
  $$;
set local role lawfulness;
create or replace function stopped_since(exported export_kind, since timestamptz) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked subject_kind := case exported when 'PROSPECTS' then 'PROSPECT' when 'SUBSCRIBERS' then 'SUBSCRIBER' end;
begin
  perform refuse_nobody();
  return asked is not null and (
    exists (select from lawful_bases where transition <> 'ESTABLISHED' and recorded_at >= since and subject_kind = asked)
    or exists (select from lawful_bases
      where valid_until <> 'infinity' and valid_until > since and valid_until <= decision_time() and subject_kind = asked)
    or exists (select from suppressions x where x.suppressed_at >= since and case asked
      when 'PROSPECT' then exists (select from prospects p where p.email_hash = x.email_hash)
      else exists (select from subscribers s where s.email_hash = x.email_hash) end));
end $$;
drop function permitted_purposes(subject_kind, uuid[]);
create function permitted_purposes(derived_kind subject_kind, ids uuid[])
  returns table (id uuid, bits integer, until timestamptz, has_consent boolean)
  language sql stable as $$
    select asked, coalesce(bit_or(purpose_bit(b.purpose)), 0), coalesce(min(b.valid_until), 'infinity'),
      coalesce(bool_or(b.lawful_basis = 'CONSENT' and b.purpose in ('MARKETING_AND_SALES', 'NEWSLETTER')), false)
    from unnest(ids) asked
    left join lateral (
      select l.purpose, l.lawful_basis, l.valid_until from lawful_bases l
      where l.subject_id = asked and l.subject_kind = derived_kind
        and l.transition = 'ESTABLISHED' and l.effective_at <= decision_time() and l.valid_until > decision_time()
        and not exists (select from lawful_bases e where e.ends = l.id)
      offset 0) b on true
    group by asked
  $$;
revoke execute on function permitted_purposes(subject_kind, uuid[]) from public;
create or replace function derive_permitted_purposes(derived_kind subject_kind, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  updated integer;
begin
  case derived_kind
    when 'CUSTOMER' then
      update customers s set purposes = d.bits, purposes_valid_until = d.until
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'CUSTOMER_CONTACT' then
      update customer_contacts s set purposes = d.bits, purposes_valid_until = d.until
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'PLATFORM_USER' then
      update platform_users s set purposes = d.bits, purposes_valid_until = d.until
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'PROSPECT' then
      update prospects s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.has_consent and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
    when 'SUBSCRIBER' then
      update subscribers s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.has_consent and not exists (select from suppressions x where x.email_hash = s.email_hash)
        from permitted_purposes(derived_kind, ids) d where s.id = d.id;
  end case;
  get diagnostics updated = row_count;
  if updated <> cardinality(ids) then
    raise exception 'A lawful basis names a % that does not exist', derived_kind using errcode = 'foreign_key_violation';
  end if;
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
  for touched in select subject_kind, array_agg(distinct subject_id) as ids from added group by subject_kind loop
    perform derive_permitted_purposes(touched.subject_kind, touched.ids);
  end loop;
  return null;
end $$;
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
    ) k group by k.kind
  loop
    perform derive_permitted_purposes(expired.kind, expired.ids);
    derived := derived + cardinality(expired.ids);
  end loop;
  return derived;
end $$;
create or replace function derive_from_suppressions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform derive_permitted_purposes('PROSPECT', array(select p.id from prospects p join added a using (email_hash)));
  perform derive_permitted_purposes('SUBSCRIBER', array(select s.id from subscribers s join added a using (email_hash)));
  return null;
end $$;
drop function judged_bases(subject_kind, uuid[], timestamptz, timestamptz), hold_subjects(subject_kind, uuid[]),
  schedule_erasures(subject_kind, derived_purposes[]);
set local role owner;
revoke create on schema public from lawfulness, undoer, suppressor;
drop policy know_objections on lawful_bases;
revoke select on lawful_bases from suppressor;
drop policy know_contacts on customer_contacts;
revoke select on customer_contacts from suppressor;
drop type derived_purposes;
drop function is_later(timestamptz, timestamptz), is_standing(text), is_direct_marketing(purpose), goes_on_restricted(purpose);
alter table customer_contacts drop column may_email;
drop policy look_up on register_bases;
revoke select on register_bases from audience_privacy_officer;
drop type basis_ground;
