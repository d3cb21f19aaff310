-- asked with {"first":3}

-- round trip 1 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", company_name as "companyName", email_address as "emailAddress",
      may_email as "mayEmail", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and kind = $1::prospect_kind
  order by name asc, id asc
  limit 4
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select p.id as "ofParent", t."id", t."prospectId", t."kind", t."subject", t."occurredAt"
  from (
    select id
    from prospects
    where (purposes & 8) <> 0
      and purposes_valid_until > (select decision_time())
      and kind = $1::prospect_kind
    order by name asc, id asc
    limit 3
  ) p (id)
  left join lateral (
    select id as "id", prospect_id as "prospectId", kind as "kind", subject as "subject",
        occurred_at as "occurredAt"
    from interactions
    where interactions.prospect_id = p.id
      and exists (
        select
        from prospects p
        where p.id = prospect_id
          and (p.purposes & 8) <> 0
          and p.purposes_valid_until > (select decision_time())
      )
    order by occurred_at desc, id desc
    limit 2
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid,
      coalesce(array_agg(distinct "prospectId") filter (where "prospectId" is not null), '{}'), count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;

-- asked with {"first":3,"after":"<cursor>"}

-- round trip 1 as audience_marketing for MARKETING_AND_SALES
with r as materialized (
  select id as "id", name as "name", company_name as "companyName", email_address as "emailAddress",
      may_email as "mayEmail", row_number() over (order by name asc, id asc) > 3 as "isAhead"
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and kind = $1::prospect_kind
    and (name, id) > ($2, $3::uuid)
  order by name asc, id asc
  limit 4
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $4::uuid, $5::audit_action, $6::text, $7::uuid, $8::uuid, $9::uuid, $10::text, $11::text,
      $12::text, $13::text[], $14::uuid, coalesce(array_agg(distinct "id") filter (where "id" is not null),
      '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select p.id as "ofParent", t."id", t."prospectId", t."kind", t."subject", t."occurredAt"
  from (
    select id
    from prospects
    where (purposes & 8) <> 0
      and purposes_valid_until > (select decision_time())
      and kind = $1::prospect_kind
      and (name, id) > ($2, $3::uuid)
    order by name asc, id asc
    limit 3
  ) p (id)
  left join lateral (
    select id as "id", prospect_id as "prospectId", kind as "kind", subject as "subject",
        occurred_at as "occurredAt"
    from interactions
    where interactions.prospect_id = p.id
      and exists (
        select
        from prospects p
        where p.id = prospect_id
          and (p.purposes & 8) <> 0
          and p.purposes_valid_until > (select decision_time())
      )
    order by occurred_at desc, id desc
    limit 2
  ) t on true
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $4::uuid, $5::audit_action, $6::text, $7::uuid, $8::uuid, $9::uuid, $10::text, $11::text,
      $12::text, $13::text[], $14::uuid,
      coalesce(array_agg(distinct "prospectId") filter (where "prospectId" is not null), '{}'), count(*)
  from r
  where "id" is not null
  having count(*) > 0
)
select *
from r;
