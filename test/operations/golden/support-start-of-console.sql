-- round trip 1 as audience_support for SECURITY
select person_id as "personId", language as "language", colours as "colours", lists as "lists"
from preferences
where customer_id is null
  and person_id = $1::uuid;
select name, customer_name as "customerName"
from viewer_names
where person_id = $1::uuid
  and customer_id is not distinct
from $2::uuid;
