-- round trip 1 as audience_marketing for MARKETING_AND_SALES
select i.id, state, created_by as "createdBy", f.id as "fileId", f.data_key as "sealedKey", encoding,
    delimiter, kind, mapping, columns, confirmed_at as "confirmedAt"
from imports i
left join (
  select id, use, name, byte_count, sha256, data_key
  from files
  where data_key is not null
    and created_by = $1::uuid
    and audience = $2
    and expires_at > decision_time()
) f on f.id = i.file_id
where i.id = $3::uuid;
select row_number as row, is_left_out as "isLeftOut", sealed
from import_mends m
join (
  select id, use, name, byte_count, sha256, data_key
  from files
  where data_key is not null
    and created_by = $1::uuid
    and audience = $2
    and expires_at > decision_time()
) f on f.id = m.file_id
where import_id = $3::uuid;

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
begin;
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 3 as audience_marketing for MARKETING_AND_SALES
select decision_time() as now;
select encode(h, 'hex') as hash
from closed_addresses($1::subject_kind, $2::bytea[]) h;
select encode(hash, 'hex') as hash, id
from undone_among($1::subject_kind, $2::bytea[]);
select id, name, email_canonical as canonical, coalesce(changed_at > $1::timestamptz, false) as "isLater"
from prospects
where email_canonical = any($2::text[])
  and (purposes & 8) <> 0
  and purposes_valid_until > (select decision_time())
order by id;

-- round trip 4 as audience_marketing for MARKETING_AND_SALES
commit;
