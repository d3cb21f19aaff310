-- round trip 1 as audience_marketing for MARKETING_AND_SALES
select id as "id", file_name as "fileName", byte_count as "byteCount", kind as "kind", tool as "tool",
    encoding as "encoding", delimiter as "delimiter", columns as "columns", source as "source",
    wording as "wording", confirmed_at as "confirmedAt", state as "state", rows_read as "rowsRead",
    added as "added", changed as "changed", unchanged as "unchanged", stopped as "stopped",
    refused as "refused", mended as "mended", left_out as "leftOut", restored as "restored", kept as "kept",
    failure as "failure", created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt",
    mapping as "mapping", bytes_read as "bytesRead", row_number() over (order by id desc) > 2 as "isAhead"
from imports
where true
order by id desc
limit 3;

-- round trip 2 as audience_marketing for MARKETING_AND_SALES
select i.id, f.id as "fileId"
from imports i
join (
  select id, use, name, byte_count, sha256, data_key
  from files
  where data_key is not null
    and created_by = $1::uuid
    and audience = $2
    and expires_at > decision_time()
) f on f.id = i.errors_file_id
where i.id = any($3::uuid[]);
select i.id as "importId", r.*
from unnest($1::uuid[]) as i (id)
cross join lateral (
  select row_number as row, field as column, code, message
  from import_refusals
  where import_id = i.id
    and row_number > $2::integer
  order by row_number
  limit 100
) r
order by r.row;
