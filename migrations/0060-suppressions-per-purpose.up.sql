-- An address is not mailed any more for one purpose, or (null) for all: whoever only doesn't want the newsletter is no less
-- a customer, and what came back or was complained about is mailed for nothing (Art. 21(3)).
alter table suppressions drop constraint suppressions_pkey, alter column email_hash set not null, add column purpose purpose check (is_direct_marketing(purpose));
alter table suppressions add constraint suppressions_once unique nulls not distinct (email_hash, purpose);
comment on column suppressions.purpose is 'The purpose for which no mail is sent; null for all';

-- What a record of this kind is mailed for.
create function mailing_purpose(subject_kind) returns purpose
  language sql immutable as $$
    select case $1
      when 'SUBSCRIBER' then 'NEWSLETTER' when 'PROSPECT' then 'MARKETING_AND_SALES'
      when 'CUSTOMER_CONTACT' then 'MARKETING_AND_SALES'
    end::purpose
  $$;

grant select (purpose) on suppressions to undoer;

grant create on schema public to suppressor, undoer, lawfulness;
set local role suppressor;
drop function suppress(bytea, text);
create function suppress(suppressed_hash bytea, suppressed_reason text, suppressed_purpose purpose default null) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    insert into suppressions (email_hash, purpose, reason)
      values (suppressed_hash, suppressed_purpose, suppressed_reason) on conflict do nothing
  $$;
drop function suppress_all(bytea[], text[]);
create function suppress_all(suppressed_hashes bytea[], suppressed_purposes purpose[], suppressed_reasons text[]) returns setof bytea
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    insert into suppressions (email_hash, purpose, reason)
      select distinct on (h, p) h, p, r
      from unnest(suppressed_hashes, suppressed_purposes, suppressed_reasons) as s (h, p, r) order by h, p
      on conflict do nothing returning email_hash
  $$;
revoke execute on function suppress(bytea, text, purpose), suppress_all(bytea[], purpose[], text[]) from public;
grant execute on function suppress(bytea, text, purpose), suppress_all(bytea[], purpose[], text[]) to audience_marketing;

create or replace function closed_addresses(asked_kind subject_kind, hashes bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select email_hash from suppressions where email_hash = any (hashes)
      and (purpose is null or purpose = mailing_purpose(asked_kind))
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
    where not exists (select from suppressions x where x.email_hash = k.email_hash
        and (x.purpose is null or x.purpose = mailing_purpose(asked_kind)))
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
          may_email = d.may_email and not exists (select from suppressions x where x.email_hash = s.email_hash
            and (x.purpose is null or x.purpose = mailing_purpose(derived_kind)))
        from unnest(derived) d where s.id = d.id;
    when 'PLATFORM_USER' then
      update platform_users s set purposes = d.bits, purposes_valid_until = d.until
        from unnest(derived) d where s.id = d.id;
    when 'PROSPECT' then
      update prospects s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.may_email and not exists (select from suppressions x where x.email_hash = s.email_hash
            and (x.purpose is null or x.purpose = mailing_purpose(derived_kind)))
        from unnest(derived) d where s.id = d.id;
    when 'SUBSCRIBER' then
      update subscribers s set purposes = d.bits, purposes_valid_until = d.until,
          may_email = d.may_email and not exists (select from suppressions x where x.email_hash = s.email_hash
            and (x.purpose is null or x.purpose = mailing_purpose(derived_kind)))
        from unnest(derived) d where s.id = d.id;
  end case;
  get diagnostics updated = row_count;
  if updated <> cardinality(ids) then
    raise exception 'A lawful basis names a % that does not exist', derived_kind using errcode = 'foreign_key_violation';
  end if;
  perform schedule_erasures(derived_kind, derived);
end $$;

-- Whom a stop for one purpose does not concern is left alone. An address may have several rows, a record is derived once.
create or replace function derive_from_suppressions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  marketing bytea[] := array(select distinct a.email_hash from added a where coalesce(a.purpose, 'MARKETING_AND_SALES') = 'MARKETING_AND_SALES');
  newsletter bytea[] := array(select distinct a.email_hash from added a where coalesce(a.purpose, 'NEWSLETTER') = 'NEWSLETTER');
begin
  perform derive_permitted_purposes('CUSTOMER_CONTACT', array(select c.id from customer_contacts c where c.email_hash = any (marketing)));
  perform derive_permitted_purposes('PROSPECT', array(select p.id from prospects p where p.email_hash = any (marketing)));
  perform derive_permitted_purposes('SUBSCRIBER', array(select s.id from subscribers s where s.email_hash = any (newsletter)));
  return null;
end $$;

drop function reasons_to_mail(subject_kind, uuid[]);
create function reasons_to_mail(asked_kind subject_kind, ids uuid[])
  returns table (id uuid, lawful_basis lawful_basis, ground basis_ground, since timestamptz,
    is_suppressed boolean, is_suppressed_for_all boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  return query
    select distinct on (j.subject_id) j.subject_id, j.lawful_basis, j.ground, j.effective_at, x.is_stopped, x.is_stopped_for_all
    from judged_bases(asked_kind, ids, decision_time(), 'infinity') j
    cross join lateral (
      select count(*) > 0 as is_stopped, coalesce(bool_or(s.purpose is null), false) as is_stopped_for_all
      from suppressions s
      where (s.purpose is null or s.purpose = mailing_purpose(asked_kind)) and s.email_hash = case asked_kind
        when 'CUSTOMER_CONTACT' then (select c.email_hash from customer_contacts c where c.id = j.subject_id)
        when 'PROSPECT' then (select p.email_hash from prospects p where p.id = j.subject_id)
        when 'SUBSCRIBER' then (select r.email_hash from subscribers r where r.id = j.subject_id) end) x
    where j.verdict = 'COUNTS' and is_direct_marketing(j.purpose)
    order by j.subject_id, j.lawful_basis = 'CONSENT' desc, j.ground = 'EXISTING_CUSTOMER' desc nulls last, j.effective_at desc;
end $$;
revoke execute on function reasons_to_mail(subject_kind, uuid[]) from public;
grant execute on function reasons_to_mail(subject_kind, uuid[]) to audience_marketing, audience_privacy_officer;

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
    or exists (select from suppressions x where x.suppressed_at >= since
      and (x.purpose is null or x.purpose = mailing_purpose(asked)) and case asked
      when 'PROSPECT' then exists (select from prospects p where p.email_hash = x.email_hash)
      when 'SUBSCRIBER' then exists (select from subscribers s where s.email_hash = x.email_hash) else false end));
end $$;
set local role owner;
revoke create on schema public from suppressor, undoer, lawfulness;
