-- round trip 1 as audience_marketing for MARKETING_AND_SALES
begin;
select pg_advisory_xact_lock_shared(hashtextextended('closed addresses', 0));
select coalesce($1::timestamptz > decision_time(), false) as "agreesLater",
    coalesce($2::date > (decision_time() at time zone 'Pacific/Kiritimati')::date, false) as "isToldLater";
select encode(h, 'hex') as hash
from closed_addresses($1::subject_kind, $2::bytea[]) h;
select id
from prospects
where email_canonical = $1::text
  and (purposes & 8) <> 0
  and purposes_valid_until > (select decision_time());

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
insert into prospects (id, name, kind, company_name, email_address, email_canonical, email_hash, source,
    informed_on)
select *
from unnest($1::uuid[], $2::text[], $3::prospect_kind[], $4::text[], $5::text[], $6::text[], $7::bytea[],
    $8::text[], $9::date[]);
insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, effective_at, valid_until,
    ground)
select b.id, 'PROSPECT', b.subject_id, b.purpose, b.lawful_basis, coalesce(b.effective_at,
    decision_time()), case when b.is_limited then decision_time() + interval '30 days' else 'infinity' end,
    case when b.is_limited then 'UNTIL_INFORMED'::basis_ground end
from unnest($1::uuid[], $2::uuid[], $3::purpose[], $4::lawful_basis[], $5::timestamptz[],
    $6::boolean[]) as b (id, subject_id, purpose, lawful_basis, effective_at, is_limited);
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count, sealed_values, basis_ids)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer, $14::bytea,
    array_remove(array[deciding_basis($15::subject_kind, $16::uuid)], null));

-- round trip 3 as audience_marketing for MARKETING_AND_SALES
commit;

-- round trip 4 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", kind as "kind", company_name as "companyName",
      email_address as "emailAddress", source as "source", informed_on as "informedOn",
      created_at as "createdAt", version as "version", may_email as "mayEmail",
      purposes_valid_until as "purposesValidUntil", purposes as "purposes"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and id = $1::uuid
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
