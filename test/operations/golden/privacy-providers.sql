-- round trip 1 as audience_privacy_officer for LEGAL_OBLIGATIONS
select id as "id", name as "name", service as "service"
from service_providers
where true
order by name asc, id asc
limit 2;
select p.id as "ofParent", t."id", t."serviceProviderId", t."kinds", t."purposes", t."inForceFrom",
    t."endedAt"
from (
  select id
  from service_providers
  where true
  order by name asc, id asc
  limit 2
) p (id)
left join lateral (
  select id as "id", service_provider_id as "serviceProviderId", kinds as "kinds",
      purposes as "purposes", in_force_from as "inForceFrom", ended_at as "endedAt"
  from provider_agreements
  where provider_agreements.service_provider_id = p.id
    and true
  order by id desc
  limit 2
) t on true;
select p.id as "ofParent", t."id", t."serviceProviderId", t."purposes", t."fields", t."contactCount",
    t."outcome", t."disclosedAt"
from (
  select id
  from service_providers
  where true
  order by name asc, id asc
  limit 2
) p (id)
left join lateral (
  select id as "id", service_provider_id as "serviceProviderId", purposes as "purposes",
      fields as "fields", contact_count as "contactCount", outcome as "outcome", disclosed_at as "disclosedAt"
  from disclosures
  where disclosures.service_provider_id = p.id
    and true
  order by id desc
  limit 2
) t on true;

-- round trip 2 as audience_privacy_officer for LEGAL_OBLIGATIONS
select p.id as "ofParent", t.n
from unnest($1::uuid[]) as p (id)
cross join lateral (
  select count(*) as n
  from disclosures
  where disclosures.service_provider_id = p.id
    and true
) t;
