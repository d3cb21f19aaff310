-- A stop for one purpose becomes one for all: none is lost.
grant create on schema public to suppressor, undoer, lawfulness;
set local role suppressor;
drop function suppress(bytea, text, purpose), suppress_all(bytea[], purpose[], text[]);
create or replace function suppress(suppressed_hash bytea, suppressed_reason text) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    insert into suppressions (email_hash, reason) values (suppressed_hash, suppressed_reason) on conflict do nothing
  $$;
create or replace function suppress_all(suppressed_hashes bytea[], suppressed_reasons text[]) returns setof bytea
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    insert into suppressions (email_hash, reason)
      select distinct on (h) h, r from unnest(suppressed_hashes, suppressed_reasons) as s (h, r) order by h
      on conflict do nothing returning email_hash
  $$;
revoke execute on function suppress(bytea, text), suppress_all(bytea[], text[]) from public;
grant execute on function suppress(bytea, text), suppress_all(bytea[], text[]) to audience_marketing;
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
create or replace function undone_among(asked_kind subject_kind, hashes bytea[]) returns table (hash bytea, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select k.email_hash, k.id from (
      select p.email_hash, p.id from prospects p where asked_kind = 'PROSPECT' and p.email_hash = any (hashes)
      union all select s.email_hash, s.id from subscribers s where asked_kind = 'SUBSCRIBER' and s.email_hash = any (hashes)) k
    where not exists (select from suppressions x where x.email_hash = k.email_hash)
      and not exists (select from keys.person_keys d where d.subject_id = k.id)
      and exists (select from lawful_bases l where l.subject_id = k.id and l.transition = 'IMPORT_UNDONE')
      and not exists (select from lawful_bases l where l.subject_id = k.id and (
        l.transition not in ('ESTABLISHED', 'CONFIRMED', 'IMPORT_UNDONE')
        or l.transition = 'ESTABLISHED' and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED')))
  $$;
set local role lawfulness;
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
create or replace function derive_from_suppressions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform derive_permitted_purposes('CUSTOMER_CONTACT',
    array(select c.id from customer_contacts c join added a using (email_hash)));
  perform derive_permitted_purposes('PROSPECT', array(select p.id from prospects p join added a using (email_hash)));
  perform derive_permitted_purposes('SUBSCRIBER', array(select s.id from subscribers s join added a using (email_hash)));
  return null;
end $$;
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
drop function reasons_to_mail(subject_kind, uuid[]);
create or replace function reasons_to_mail(asked_kind subject_kind, ids uuid[])
  returns table (id uuid, lawful_basis lawful_basis, ground basis_ground, since timestamptz, is_suppressed boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  return query
    select distinct on (j.subject_id) j.subject_id, j.lawful_basis, j.ground, j.effective_at,
      exists (select from suppressions x where x.email_hash = case asked_kind
        when 'CUSTOMER_CONTACT' then (select c.email_hash from customer_contacts c where c.id = j.subject_id)
        when 'PROSPECT' then (select p.email_hash from prospects p where p.id = j.subject_id)
        when 'SUBSCRIBER' then (select s.email_hash from subscribers s where s.id = j.subject_id) end)
    from judged_bases(asked_kind, ids, decision_time(), 'infinity') j
    where j.verdict = 'COUNTS' and is_direct_marketing(j.purpose)
    order by j.subject_id, j.lawful_basis = 'CONSENT' desc, j.ground = 'EXISTING_CUSTOMER' desc nulls last, j.effective_at desc;
end $$;
revoke execute on function reasons_to_mail(subject_kind, uuid[]) from public;
grant execute on function reasons_to_mail(subject_kind, uuid[]) to audience_marketing, audience_privacy_officer;
set local role owner;
delete from suppressions x using suppressions y
  where y.email_hash = x.email_hash and (y.suppressed_at, coalesce(y.purpose::text, '')) < (x.suppressed_at, coalesce(x.purpose::text, ''));
alter table suppressions drop column purpose, add primary key (email_hash);
drop function mailing_purpose(subject_kind);
set local role lawfulness;
select derive_permitted_purposes('CUSTOMER_CONTACT',
  array(select id from customer_contacts where may_email and email_hash in (select email_hash from suppressions)));
select derive_permitted_purposes('PROSPECT',
  array(select id from prospects where may_email and email_hash in (select email_hash from suppressions)));
select derive_permitted_purposes('SUBSCRIBER',
  array(select id from subscribers where may_email and email_hash in (select email_hash from suppressions)));
set local role owner;
revoke create on schema public from suppressor, undoer, lawfulness;
