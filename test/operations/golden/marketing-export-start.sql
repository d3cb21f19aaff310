-- round trip 1 as audience_marketing for NEWSLETTER
begin;
select count(*) >= $1::integer as "isEnough"
from exports
where created_by = $2::uuid
  and audience = $3
  and created_by = $4::uuid
  and (state in ('QUEUED', 'RUNNING') or state = 'DONE' and expires_at > decision_time());

-- round trip 2 as audience_marketing for NEWSLETTER
select agreement_covers_export(id, $1::export_kind) as "isCovered"
from service_providers
where id = $2::uuid
  and (agreement_covers_export(id, 'PROSPECTS') or agreement_covers_export(id, 'SUBSCRIBERS'));

-- round trip 3 as audience_marketing for NEWSLETTER
insert into exports (id, audience, customer_id, kind, format, is_compressed, only_mailable,
    service_provider_id, reason, columns, file_name, created_by)
values ($1::uuid, $2, $3::uuid, $4::export_kind, $5::export_format, $6, $7, $8::uuid, $9, $10::text[],
    $11 || to_char(decision_time(), 'YYYY-MM-DD') || $12, $13::uuid);
select queue_job('make_export', $1::json, $2);
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 4 as audience_marketing for NEWSLETTER
commit;

-- round trip 5 as audience_marketing for MARKETING_AND_SALES
select id as "id", kind as "kind", format as "format", is_compressed as "isCompressed",
    only_mailable as "onlyMailable", reason as "reason", columns as "columns", file_name as "fileName",
    state as "state", row_count as "rowCount", sha256 as "sha256", failure as "failure",
    created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt", expires_at as "expiresAt",
    rows_expected as "rowsExpected", byte_count as "byteCount", service_provider_id as "serviceProviderId"
from exports
where created_by = $1::uuid
  and audience = $2
  and id = any($3::uuid[]);

-- round trip 6 as audience_marketing for MARKETING_AND_SALES
select id as "id", name as "name"
from service_providers
where (agreement_covers_export(id, 'PROSPECTS') or agreement_covers_export(id, 'SUBSCRIBERS'))
  and id = any($1::uuid[]);
