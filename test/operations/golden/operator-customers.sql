-- round trip 1 as audience_operator for SERVICE_PERFORMANCE
select id as "id", name as "name", state as "state", purposes as "purposes"
from customers
where (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time())
  and name >= $1::text
  and name < $2::text
order by name asc, id asc
limit 2;

-- round trip 2 as audience_operator for SERVICE_PERFORMANCE
select count(*) as n
from customers
where (purposes & 1) <> 0
  and purposes_valid_until > (select decision_time())
  and name >= $1::text
  and name < $2::text;
