-- round trip 1 as audience_privacy_officer for LEGAL_OBLIGATIONS
with r as materialized (
  select id as "id", subject_id as "subjectId", subject_kind as "subjectKind", due_at as "dueAt",
      row_number() over (order by due_at asc, id asc) > 5 as "isAhead"
  from erasures
  where true
    and cancelled_at is null
  order by due_at asc, id asc
  limit 6
), a as (
  insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
      operation, subject_kind, fields, request_id, subject_ids, row_count)
  select $1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text,
      $9::text, $10::text[], $11::uuid,
      coalesce(array_agg(distinct "subjectId") filter (where "subjectId" is not null), '{}'), count(*)
  from r
  where not "isAhead"
  having count(*) > 0
)
select *
from r;

-- round trip 2 as audience_privacy_officer for LEGAL_OBLIGATIONS
select e.id, coalesce(h.items, '{}') as items, coalesce(h.is_whole, false) as "isWhole", exists (
  select
  from judged_bases(e.subject_kind, array[e.subject_id], decision_time(), 'infinity') j
  where j.purpose = 'LEGAL_OBLIGATIONS'
    and is_standing(j.verdict)
) as "isObliged"
from erasures e
left join lateral (
  select array_agg(distinct i) filter (where i is not null) as items,
      bool_or(l.is_whole_record) as is_whole
  from legal_holds l
  left join unnest(l.items) i on true
  where l.subject_id = e.subject_id
    and l.subject_kind = e.subject_kind
    and l.lifted_at is null
    and l.ends_on >= (decision_time() at time zone 'UTC')::date
) h on true
where e.id = any ($1::uuid[]);
