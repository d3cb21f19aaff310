-- round trip 1 as audience_operator for SECURITY
select id as "id", name as "name", audience as "audience", expires_at as "expiresAt",
    revoked_at as "revokedAt"
from api_clients
where true
order by id desc
limit 2;
select p.id as "ofParent", t."id", t."clientId", t."createdAt", t."endedAt"
from (
  select id
  from api_clients
  where true
  order by id desc
  limit 2
) p (id)
left join lateral (
  select id as "id", client_id as "clientId", created_at as "createdAt", ended_at as "endedAt"
  from api_client_secrets
  where api_client_secrets.client_id = p.id
    and true
  order by id desc
  limit 2
) t on true;

-- round trip 2 as audience_operator for SECURITY
select count(*) as n
from api_clients
where true;
