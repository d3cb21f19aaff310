-- round trip 1 as audience_privacy_officer for LEGAL_OBLIGATIONS
select id as "id", recorded_at as "recordedAt", action as "action", audience as "audience",
    viewer_id as "viewerId", customer_id as "customerId", service_provider_id as "serviceProviderId",
    purpose as "purpose", operation as "operation", subject_kind as "subjectKind", fields as "fields",
    subject_ids as "subjectIds", basis_ids as "basisIds", first_change as "firstChange",
    last_change as "lastChange", row_count as "rowCount", request_id as "requestId",
    row_number() over (order by id desc) > 2 as "isAhead"
from audit_entries
where true
  and id in (select entries_about($1::uuid))
order by id desc
limit 3;

-- round trip 2 as audience_privacy_officer for LEGAL_OBLIGATIONS
select count(*) as n
from audit_entries
where true
  and id in (select entries_about($1::uuid));
