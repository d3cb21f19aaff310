-- round trip 1 as audience_privacy_officer for ANSWERING_THE_PERSON
with r as materialized (
  select $1::uuid as id
  where exists (
    select
    from lawful_bases l
    where l.subject_id = $2::uuid
      and l.subject_kind = $3::subject_kind
  )
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $4::uuid, $5::audit_action, $6::text, $7::uuid, $8::uuid, $9::uuid, $10::text, $11::text,
      $12::text, $13::text[], $14::uuid, coalesce(array_agg(distinct id) filter (where id is not null),
      '{}'), count(*)
  from r
  where true
  having count(*) > 0
)
select *
from r;
select distinct on (j.purpose) j.purpose, j.verdict, nullif(j.until, 'infinity') as until, (
  select json_build_object('id', b.id, 'purpose', b.purpose, 'lawfulBasis', b.lawful_basis, 'transition',
      b.transition, 'concerns', b.concerns, 'ground', b.ground, 'effectiveAt', b.effective_at, 'validUntil',
      nullif(b.valid_until, 'infinity'), 'recordedAt', b.recorded_at, 'proof', (
    select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed',
        encode(e.sealed, 'hex'), 'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
    from basis_evidence e
    left join keys.person_keys k on k.subject_id = e.subject_id
    where e.lawful_basis_id = b.id
  ))
  from lawful_bases b
  where b.id = j.basis_id
) as basis, case when j.decided_by <> j.basis_id then (
  select json_build_object('id', c.id, 'purpose', c.purpose, 'lawfulBasis', c.lawful_basis, 'transition',
      c.transition, 'concerns', c.concerns, 'ground', c.ground, 'effectiveAt', c.effective_at, 'validUntil',
      nullif(c.valid_until, 'infinity'), 'recordedAt', c.recorded_at, 'proof', (
    select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed',
        encode(e.sealed, 'hex'), 'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
    from basis_evidence e
    left join keys.person_keys k on k.subject_id = e.subject_id
    where e.lawful_basis_id = c.id
  ))
  from lawful_bases c
  where c.id = j.decided_by
) end as "closedBy"
from (
  select *
  from judged_bases($1::subject_kind, array[$2::uuid], coalesce($3::timestamptz, decision_time()),
      coalesce($4::timestamptz, 'infinity')) offset 0
) j
order by j.purpose,
    case j.verdict when 'COUNTS' then 0 when 'RESTRICTED' then 1 when 'OBJECTION_PENDING' then 2 when 'OBJECTED' then 3 else 4 end,
    j.until desc, j.effective_at desc, j.basis_id;
