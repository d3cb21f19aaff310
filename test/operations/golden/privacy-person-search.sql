-- round trip 1 as audience_privacy_officer for ANSWERING_THE_PERSON
with r as materialized (
  select t.id, t.customer_id as "customerId", t.name, t.email_address as "emailAddress",
      t.created_at as "createdAt", t.purposes, (
    select coalesce(json_agg(json_build_object('id', b.id, 'purpose', b.purpose, 'lawfulBasis',
        b.lawful_basis, 'transition', b.transition, 'concerns', b.concerns, 'ground', b.ground,
        'effectiveAt', b.effective_at, 'validUntil', nullif(b.valid_until, 'infinity'), 'recordedAt',
        b.recorded_at, 'proof', (
      select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed',
          encode(e.sealed, 'hex'), 'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
      from basis_evidence e
      left join keys.person_keys k on k.subject_id = e.subject_id
      where e.lawful_basis_id = b.id
    )) order by b.effective_at, b.id), '[]')
    from lawful_bases b
    where b.subject_id = t.id
  ) as "lawfulBases"
  from customer_contacts t
  where t.email_hash = $1::bytea
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct id) filter (where id is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select t.id, t.customer_id as "customerId", t.name, t.email_address as "emailAddress",
      t.created_at as "createdAt", t.purposes, (
    select coalesce(json_agg(json_build_object('id', b.id, 'purpose', b.purpose, 'lawfulBasis',
        b.lawful_basis, 'transition', b.transition, 'concerns', b.concerns, 'ground', b.ground,
        'effectiveAt', b.effective_at, 'validUntil', nullif(b.valid_until, 'infinity'), 'recordedAt',
        b.recorded_at, 'proof', (
      select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed',
          encode(e.sealed, 'hex'), 'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
      from basis_evidence e
      left join keys.person_keys k on k.subject_id = e.subject_id
      where e.lawful_basis_id = b.id
    )) order by b.effective_at, b.id), '[]')
    from lawful_bases b
    where b.subject_id = t.id
  ) as "lawfulBases"
  from platform_users t
  where t.email_hash = $1::bytea
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct id) filter (where id is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select t.id, null::uuid as "customerId", t.name, t.email_address as "emailAddress",
      t.created_at as "createdAt", t.purposes, (
    select coalesce(json_agg(json_build_object('id', b.id, 'purpose', b.purpose, 'lawfulBasis',
        b.lawful_basis, 'transition', b.transition, 'concerns', b.concerns, 'ground', b.ground,
        'effectiveAt', b.effective_at, 'validUntil', nullif(b.valid_until, 'infinity'), 'recordedAt',
        b.recorded_at, 'proof', (
      select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed',
          encode(e.sealed, 'hex'), 'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
      from basis_evidence e
      left join keys.person_keys k on k.subject_id = e.subject_id
      where e.lawful_basis_id = b.id
    )) order by b.effective_at, b.id), '[]')
    from lawful_bases b
    where b.subject_id = t.id
  ) as "lawfulBases"
  from prospects t
  where t.email_hash = $1::bytea
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct id) filter (where id is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
with r as materialized (
  select t.id, null::uuid as "customerId", t.name, t.email_address as "emailAddress",
      t.created_at as "createdAt", t.purposes, (
    select coalesce(json_agg(json_build_object('id', b.id, 'purpose', b.purpose, 'lawfulBasis',
        b.lawful_basis, 'transition', b.transition, 'concerns', b.concerns, 'ground', b.ground,
        'effectiveAt', b.effective_at, 'validUntil', nullif(b.valid_until, 'infinity'), 'recordedAt',
        b.recorded_at, 'proof', (
      select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed',
          encode(e.sealed, 'hex'), 'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
      from basis_evidence e
      left join keys.person_keys k on k.subject_id = e.subject_id
      where e.lawful_basis_id = b.id
    )) order by b.effective_at, b.id), '[]')
    from lawful_bases b
    where b.subject_id = t.id
  ) as "lawfulBases"
  from subscribers t
  where t.email_hash = $1::bytea
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $2::uuid, $3::audit_action, $4::text, $5::uuid, $6::uuid, $7::uuid, $8::text, $9::text,
      $10::text, $11::text[], $12::uuid, coalesce(array_agg(distinct id) filter (where id is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
