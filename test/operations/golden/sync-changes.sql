-- asked with {"first":4}

-- round trip 1 as audience_contact_sync for MARKETING_AND_SALES
select
from provider_agreements
where service_provider_id = $1::uuid
  and in_force_from <= decision_time()
  and (ended_at is null or ended_at > decision_time())
limit 1;

-- round trip 2 as audience_contact_sync for MARKETING_AND_SALES
with page as materialized (
  select f.change_number as "changeNumber", f.subject_kind as kind, f.subject_id as id, coalesce(p.name,
      s.name) as name, p.company_name as "companyName", coalesce(p.email_address,
      s.email_address) as "emailAddress", coalesce(p.may_email, s.may_email) as "mayEmail"
  from (
    select change_number, subject_kind, subject_id
    from feed
    where change_number > $1::bigint
      and subject_kind = any ($2::subject_kind[])
    order by change_number
    limit 4
  ) f
  left join lateral (
    select name, company_name, email_address, may_email
    from prospects
    where f.subject_kind = 'PROSPECT'
      and id = f.subject_id
      and (purposes & 8) <> 0
      and purposes_valid_until > (select decision_time())
      and (select agreement_covers('PROSPECT', 'MARKETING_AND_SALES'))
    limit 1
  ) p on true
  left join lateral (
    select name, email_address, may_email
    from subscribers
    where f.subject_kind = 'SUBSCRIBER'
      and id = f.subject_id
      and (purposes & 16) <> 0
      and purposes_valid_until > (select decision_time())
      and (select agreement_covers('SUBSCRIBER', 'NEWSLETTER'))
    limit 1
  ) s on true
), told as materialized (
  select kind, count(*) as n, min("changeNumber") as first, max("changeNumber") as last
  from page
  where "emailAddress" is not null
  group by kind
), trace_0 as (
  insert into disclosures (id, service_provider_id, viewer_id, purposes, fields, first_change,
      last_change, contact_count)
  select $3::uuid, $4::uuid, $5::uuid,
      array_agg(case kind when 'PROSPECT' then $6::purpose else $7::purpose end order by kind), $8::text[],
      min(first), max(last), sum(n)
  from told
  having count(*) > 0
), trace_1 as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, row_count, first_change, last_change)
  select $9::uuid, $10::audit_action, $11::text, $12::uuid, $13::uuid, $14::uuid, $15::text, $16::text,
      $17::text, $18::text[], $19::uuid, n, first, last
  from told
  where kind = 'PROSPECT'
), trace_2 as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, row_count, first_change, last_change)
  select $20::uuid, $21::audit_action, $22::text, $23::uuid, $24::uuid, $25::uuid, $26::text, $27::text,
      $28::text, $29::text[], $30::uuid, n, first, last
  from told
  where kind = 'SUBSCRIBER'
)
select page.*, (
  select change_number
  from feed
  where subject_kind = any ($31::subject_kind[])
    and change_number > (select max("changeNumber") from page)
  order by change_number
  limit 1
) is not null
from page
order by "changeNumber";

-- asked with {"first":4,"after":"<cursor>"}

-- round trip 1 as audience_contact_sync for MARKETING_AND_SALES
select
from provider_agreements
where service_provider_id = $1::uuid
  and in_force_from <= decision_time()
  and (ended_at is null or ended_at > decision_time())
limit 1;

-- round trip 2 as audience_contact_sync for MARKETING_AND_SALES
with page as materialized (
  select f.change_number as "changeNumber", f.subject_kind as kind, f.subject_id as id, coalesce(p.name,
      s.name) as name, p.company_name as "companyName", coalesce(p.email_address,
      s.email_address) as "emailAddress", coalesce(p.may_email, s.may_email) as "mayEmail"
  from (
    select change_number, subject_kind, subject_id
    from feed
    where change_number > $1::bigint
      and subject_kind = any ($2::subject_kind[])
    order by change_number
    limit 4
  ) f
  left join lateral (
    select name, company_name, email_address, may_email
    from prospects
    where f.subject_kind = 'PROSPECT'
      and id = f.subject_id
      and (purposes & 8) <> 0
      and purposes_valid_until > (select decision_time())
      and (select agreement_covers('PROSPECT', 'MARKETING_AND_SALES'))
    limit 1
  ) p on true
  left join lateral (
    select name, email_address, may_email
    from subscribers
    where f.subject_kind = 'SUBSCRIBER'
      and id = f.subject_id
      and (purposes & 16) <> 0
      and purposes_valid_until > (select decision_time())
      and (select agreement_covers('SUBSCRIBER', 'NEWSLETTER'))
    limit 1
  ) s on true
), told as materialized (
  select kind, count(*) as n, min("changeNumber") as first, max("changeNumber") as last
  from page
  where "emailAddress" is not null
  group by kind
), trace_0 as (
  insert into disclosures (id, service_provider_id, viewer_id, purposes, fields, first_change,
      last_change, contact_count)
  select $3::uuid, $4::uuid, $5::uuid,
      array_agg(case kind when 'PROSPECT' then $6::purpose else $7::purpose end order by kind), $8::text[],
      min(first), max(last), sum(n)
  from told
  having count(*) > 0
), trace_1 as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, row_count, first_change, last_change)
  select $9::uuid, $10::audit_action, $11::text, $12::uuid, $13::uuid, $14::uuid, $15::text, $16::text,
      $17::text, $18::text[], $19::uuid, n, first, last
  from told
  where kind = 'PROSPECT'
), trace_2 as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, row_count, first_change, last_change)
  select $20::uuid, $21::audit_action, $22::text, $23::uuid, $24::uuid, $25::uuid, $26::text, $27::text,
      $28::text, $29::text[], $30::uuid, n, first, last
  from told
  where kind = 'SUBSCRIBER'
)
select page.*, (
  select change_number
  from feed
  where subject_kind = any ($31::subject_kind[])
    and change_number > (select max("changeNumber") from page)
  order by change_number
  limit 1
) is not null
from page
order by "changeNumber";
