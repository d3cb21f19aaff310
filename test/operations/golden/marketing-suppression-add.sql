-- round trip 1 as audience_marketing for NEWSLETTER
begin;
select pg_advisory_xact_lock(hashtextextended('closed addresses', 0));
select suppress($1::bytea, $2::text, $3::purpose);
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);

-- round trip 2 as audience_marketing for NEWSLETTER
commit;
