-- round trip 1 as audience_intake for SERVICE_PERFORMANCE
begin;
select customer_id, id
from (
  select customer_id, array_agg(id) as ids
  from unnest($1::uuid[], $2::uuid[]) as t (customer_id, id)
  group by customer_id
) c, unknown_platform_users(array_fill(customer_id, array[cardinality(ids)]), ids) as id;

-- round trip 2 as audience_intake for SERVICE_PERFORMANCE
insert into activities (id, customer_id, platform_user_id, kind, occurred_at, source, source_id)
select id, customer_id, platform_user_id, kind, occurred_at, $1::text, source_id
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::activity_kind[], $6::timestamptz[],
    $7::text[]) as t (id, customer_id, platform_user_id, kind, occurred_at, source_id)
on conflict do nothing;
insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose,
    operation, subject_kind, fields, request_id, subject_ids, row_count)
values ($1::uuid, $2::audit_action, $3::text, $4::uuid, $5::uuid, $6::uuid, $7::text, $8::text, $9::text,
    $10::text[], $11::uuid, $12::uuid[], $13::integer);
select queue_job('compute_figures', '{}'::json, 'figures');

-- round trip 3 as audience_intake for SERVICE_PERFORMANCE
commit;
