-- round trip 1 as audience_marketing for MARKETING_AND_SALES
select id as "id", kind as "kind", state as "state", row_count as "rowCount",
    rows_expected as "rowsExpected", file_name as "fileName", service_provider_id as "serviceProviderId"
from exports
where created_by = $1::uuid
  and audience = $2
order by id desc
limit 2;
select id as "id", name as "name"
from service_providers
where id in (
  select p.id
  from (
    select service_provider_id
    from exports
    where created_by = $1::uuid
      and audience = $2
    order by id desc
    limit 2
  ) p (id)
)
  and (agreement_covers_export(id, 'PROSPECTS') or agreement_covers_export(id, 'SUBSCRIBERS'));

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
select count(*) as n
from exports
where created_by = $1::uuid
  and audience = $2;
select id, state = 'DONE'
  and stopped_since(kind, started_at) as "isOutdated"
from exports
where id = any($1::uuid[])
  and created_by = $2::uuid
  and audience = $3;
select e.id, f.id as "fileId"
from exports e
join (
  select id, use, name, byte_count, sha256, data_key
  from files
  where data_key is not null
    and created_by = $1::uuid
    and audience = $2
    and expires_at > decision_time()
) f on f.id = e.file_id
where e.state = 'DONE'
  and e.id = any($3::uuid[])
  and not stopped_since(e.kind, e.started_at);
