-- round trip 1 as audience_privacy_officer for LEGAL_OBLIGATIONS
select coalesce(h.size, 0)::text as size, encode(h.root, 'hex') as root, h.signed_at as "signedAt",
    h.key_id as "keyId", (
  select count(*)
  from (select from audit_unsealed limit 100000) w
) as waiting, (
  select min(e.recorded_at)
  from (select entry_id from audit_unsealed order by tid limit 1) w
  join audit_entries e on e.id = w.entry_id
) as "waitingSince"
from (values (1)) one
left join lateral (
  select *
  from audit_heads
  where true
    and customer_id is null
  order by size desc
  limit 1
) h on true;
