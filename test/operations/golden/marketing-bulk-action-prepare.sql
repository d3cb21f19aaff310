-- round trip 1 as audience_marketing for MARKETING_AND_SALES
begin;
select count(*) >= $1::integer as "isEnough"
from bulk_actions
where true
  and created_by = $2::uuid
  and (state in ('QUEUED',
      'RUNNING') or state = 'DRY' and created_at > decision_time() - make_interval(hours => $3::integer));

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
insert into bulk_actions (id, kind, informed_on, prospect_kind, narrowed_by, must_be_unchanged,
    created_by)
values ($1::uuid, $2::bulk_action_kind, $3::date, $4::prospect_kind, $5::jsonb, $6::boolean, $7::uuid);

-- round trip 3 as audience_marketing for MARKETING_AND_SALES
with matching as materialized (
  select id, version, kind <> $1::prospect_kind as would
  from prospects
  where (purposes & 8) <> 0
    and purposes_valid_until > (select decision_time())
    and name >= $2::text
    and name < $3::text
), kept as (
  insert into bulk_action_batches (bulk_action_id, number, subject_ids, versions)
  select $4::uuid, number, array_agg(id order by id), array_agg(version order by id)
  from (
    select id, version, (row_number() over (order by id) - 1) / $5::integer as number
    from matching
  ) m
  group by number
)
select count(*)::integer as matched, (count(*) filter (where would))::integer as "wouldChange",
    array(select id from matching order by would desc, id limit 20) as "sampleIds",
    array(select id from matching limit 101) as "fewIds"
from matching;

-- round trip 4 as audience_marketing for MARKETING_AND_SALES
update bulk_actions
set matched = $1::integer, would_change = $2::integer, would_stay = $3::integer,
    would_be_refused = $4::integer
where id = $5::uuid;
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 5 as audience_marketing for MARKETING_AND_SALES
select id, name, kind, informed_on as "informedOn"
from prospects
where id = any($1::uuid[])
  and (purposes & 8) <> 0
  and purposes_valid_until > (select decision_time())
order by array_position($2::uuid[], id);
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 6 as audience_marketing for MARKETING_AND_SALES
commit;

-- round trip 7 as audience_marketing for MARKETING_AND_SALES
select id as "id", kind as "kind", informed_on as "informedOn", prospect_kind as "prospectKind",
    state as "state", matched as "matched", would_change as "wouldChange", would_stay as "wouldStay",
    would_be_refused as "wouldBeRefused", changed as "changed", unchanged as "unchanged",
    restored as "restored", kept as "kept", failure as "failure", created_at as "createdAt",
    started_at as "startedAt", ended_at as "endedAt", out_of_reach as "outOfReach",
    changed_meanwhile as "changedMeanwhile"
from bulk_actions
where true
  and id = any($1::uuid[]);
