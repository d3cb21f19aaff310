-- round trip 1 as audience_platform_user for SERVICE_PERFORMANCE
select person_id as "personId", language as "language", colours as "colours", lists as "lists"
from preferences
where customer_id = $1::uuid
  and person_id = $2::uuid;
-- for SECURITY
select name, customer_name as "customerName"
from viewer_names
where person_id = $1::uuid
  and customer_id is not distinct
from $2::uuid;
