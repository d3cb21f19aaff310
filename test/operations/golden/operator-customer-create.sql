-- round trip 1 as audience_operator for SERVICE_PERFORMANCE
begin;
insert into customers (id, name, country)
values ($1::uuid, $2, $3);
insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, ground)
select ids, 'CUSTOMER', $1::uuid, purpose, basis, ground
from unnest($2::uuid[], $3::purpose[], $4::lawful_basis[], $5::basis_ground[]) as b (ids, purpose, basis,
    ground);
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count, sealed_values, basis_ids)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer, $14::bytea,
    array_remove(array[deciding_basis($15::subject_kind, $16::uuid)], null));

-- round trip 2 as audience_operator for SERVICE_PERFORMANCE
commit;

-- round trip 3 as audience_operator for SERVICE_PERFORMANCE
select id as "id", name as "name", country as "country", state as "state", created_at as "createdAt",
    purposes as "purposes"
from customers
where (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time())
  and id = any($1::uuid[]);
