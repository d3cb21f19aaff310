-- asked with {"first":4}

-- round trip 1 as audience_marketing for SECURITY
select id as "id", made_by as "madeBy", name as "name", search as "search", is_shared as "isShared",
    name_canonical as "nameCanonical", row_number() over (order by name_canonical asc,
    id asc) > 4 as "isAhead"
from saved_views
where customer_id is null
  and audience = $1
  and (is_shared or made_by = $2::uuid)
  and list = $3
order by name_canonical asc, id asc
limit 5;

-- asked with {"first":4,"after":"<cursor>"}

-- round trip 1 as audience_marketing for SECURITY
select id as "id", made_by as "madeBy", name as "name", search as "search", is_shared as "isShared",
    name_canonical as "nameCanonical", row_number() over (order by name_canonical asc,
    id asc) > 4 as "isAhead"
from saved_views
where customer_id is null
  and audience = $1
  and (is_shared or made_by = $2::uuid)
  and list = $3
  and (name_canonical, id) > ($4, $5::uuid)
order by name_canonical asc, id asc
limit 5;
