-- round trip 1 as sign_in for SECURITY
insert into sign_in_rates as r (key, tries, resets_at)
select key, 1, decision_time() + make_interval(secs => seconds)
from unnest($1::bytea[], $2::integer[], $3::bytea[]) as t (key, seconds, unless)
where not exists (
  select
  from sign_in_rates k
  where k.key = t.unless
    and k.resets_at > decision_time()
)
on conflict (key) do
update
set tries = case when r.resets_at <= decision_time() then 1 else r.tries + 1 end,
    resets_at = case when r.resets_at <= decision_time() then excluded.resets_at else r.resets_at end
returning encode(key, 'hex') as key, tries,
    ceil(extract(epoch from resets_at - decision_time()))::integer as seconds;

-- round trip 2 as sign_in for SECURITY
select c.id as "credentialId", c.person_kind as "personKind", c.person_id as "personId",
    c.customer_id as "customerId", k.name as "customerName", c.password_hash as "passwordHash",
    c.password_salt as "passwordSalt", c.totp_confirmed_at is not null as "hasSecondFactor",
    coalesce(r.audience::text,
    case u.role when 'ACCOUNT_ADMINISTRATOR' then 'ACCOUNT_ADMINISTRATOR' else 'PLATFORM_USER' end) as audience
from credentials c
left join staff s on c.person_kind = 'STAFF'
  and s.id = c.person_id
  and s.state = 'ACTIVE'
left join staff_roles r on r.staff_id = s.id
  and r.is_in_force
left join platform_users u on u.customer_id = c.customer_id
  and u.id = c.person_id
  and u.state = 'ACTIVE'
left join customers k on k.id = u.customer_id
  and k.state = 'ACTIVE'
where (r.staff_id is not null or k.id is not null)
  and c.email_hash = $1::bytea
order by k.name, audience, c.id;

-- round trip 3 as sign_in for SECURITY
delete from sign_in_rates
where key = any ($1::bytea[]);
insert into sign_in_rates (key, tries, resets_at)
values ($1::bytea, 0, decision_time() + make_interval(days => $2))
on conflict (key) do
update
set resets_at = excluded.resets_at;

-- round trip 4 as sign_in for SECURITY
begin;
select
from credentials
where id = any ($1::uuid[])
  and password_hash = $2::bytea
order by id for no key
update;

-- round trip 5 as sign_in for SECURITY
insert into sign_in_challenges (id, credential_ids, session_id, expires_at)
values ($1::uuid, $2::uuid[], $3::uuid, decision_time() + make_interval(mins => $4::integer));

-- round trip 6 as sign_in for SECURITY
update sign_in_challenges
set credential_id = $1::uuid, audience = $2, new_secret = $3::bytea, attempts = 0
where id = $4::uuid;

-- round trip 7 as sign_in for SECURITY
commit;
