-- Tools that ask for themselves: which, for whom, for which purposes, from where and until when. A secret is shown once
-- and kept as a keyed hash; two may be live, so that a tool changes from one to the other without a pause.

create type client_audience as enum ('CONTACT_SYNC', 'CONNECTOR', 'INTAKE', 'DASHBOARD');

create function agreement_in_force(provider_id uuid) returns boolean
  language sql stable as $$
    select exists (
      select from provider_agreements
      where service_provider_id = provider_id and in_force_from <= decision_time()
        and (ended_at is null or ended_at > decision_time()))
  $$;

-- Operators make clients for providers with an agreement in force, and see of providers the name of those.
create policy know_in_force on provider_agreements for select to audience_operator using (true);
grant select (service_provider_id, in_force_from, ended_at) on provider_agreements to audience_operator;
create policy with_agreement on service_providers for select to audience_operator
  using (agreement_in_force(id));
grant select (id, name) on service_providers to audience_operator;

create table api_clients (
  id                  uuid primary key,
  audience            client_audience not null,
  name                text not null check (length(name) between 1 and 200),
  service_provider_id uuid references service_providers,
  customer_id         uuid references customers,
  source              text check (source ~ '^[A-Z_]{1,32}$'),
  scopes              purpose[] check (cardinality(scopes) > 0),
  networks            cidr[] not null default '{}',
  may_use_key         boolean not null default false,
  expires_at          timestamptz not null,
  created_by          uuid not null references staff,
  created_at          timestamptz not null default decision_time(),
  revoked_by          uuid references staff,
  revoked_at          timestamptz,
  last_used_at        timestamptz,
  constraint reach_of_its_audience check (
    (service_provider_id is not null) = (audience = 'CONTACT_SYNC') and (customer_id is not null) = (audience = 'CONNECTOR')
    and (source is not null) = (audience = 'INTAKE')),
  check ((revoked_by is null) = (revoked_at is null))
);
create index api_clients_of_provider on api_clients (service_provider_id) where service_provider_id is not null;
create index api_clients_of_customer on api_clients (customer_id) where customer_id is not null;
select guard('api_clients');
comment on column api_clients.created_by is 'The operator who made it';
comment on column api_clients.revoked_by is 'The operator who revoked it';

create policy operate on api_clients for select to audience_operator using (true);
create policy make on api_clients for insert to audience_operator
  with check (created_by = (select viewer_id()) and (service_provider_id is null or agreement_in_force(service_provider_id)));
create policy revoke on api_clients for update to audience_operator
  using (revoked_at is null) with check (revoked_by = (select viewer_id()));
grant select,
  insert (id, audience, name, service_provider_id, customer_id, source, scopes, networks, may_use_key, expires_at, created_by),
  update (revoked_by, revoked_at)
  on api_clients to audience_operator;
create policy oversee on api_clients for select to audience_privacy_officer using (true);
grant select on api_clients to audience_privacy_officer;
create policy prove on api_clients to sign_in using (true) with check (true);
grant select (id, audience, service_provider_id, customer_id, source, scopes, networks, may_use_key, expires_at, revoked_at, last_used_at),
  update (last_used_at)
  on api_clients to sign_in;
create policy prove on provider_agreements for select to sign_in using (true);
grant select (service_provider_id, in_force_from, ended_at) on provider_agreements to sign_in;

-- The end of a secret may lie ahead: it is live until then.
create table api_client_secrets (
  id          uuid primary key,
  client_id   uuid not null references api_clients,
  secret_hash bytea not null unique,
  created_at  timestamptz not null default decision_time(),
  ended_at    timestamptz
);
create index api_client_secrets_of_client on api_client_secrets (client_id, id);
create unique index one_secret_without_end on api_client_secrets (client_id) where ended_at is null;
select guard('api_client_secrets');
comment on column api_client_secrets.secret_hash is 'Keyed hash of the secret, whose key the database does not have';

create policy operate on api_client_secrets for select to audience_operator using (true);
create policy make on api_client_secrets for insert to audience_operator with check (true);
create policy end_live on api_client_secrets for update to audience_operator
  using (ended_at is null or ended_at > decision_time())
  with check (ended_at <= decision_time() + interval '7 days');
grant select (id, client_id, created_at, ended_at), insert (id, client_id, secret_hash), update (ended_at)
  on api_client_secrets to audience_operator;
create policy oversee on api_client_secrets for select to audience_privacy_officer using (true);
grant select (id, client_id, created_at, ended_at) on api_client_secrets to audience_privacy_officer;
create policy prove on api_client_secrets for select to sign_in using (true);
grant select (id, client_id, secret_hash, ended_at) on api_client_secrets to sign_in;

-- Two operators who add a secret at once wait for each other, and the second is counted with the first.
create function keep_two_secrets() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.client_id::text, 0));
  if 2 <= (select count(*) from api_client_secrets
      where client_id = new.client_id and (ended_at is null or ended_at > decision_time())) then
    raise exception 'Two secrets of this client are live' using errcode = 'check_violation', constraint = 'two_live_secrets';
  end if;
  return new;
end $$;
create trigger keep_two_secrets before insert on api_client_secrets for each row execute function keep_two_secrets();

-- Access tokens that their own client gave back before their time.
create table revoked_tokens (
  jti        uuid primary key,
  expires_at timestamptz not null
);
create index on revoked_tokens (expires_at);
select guard('revoked_tokens');
create policy prove on revoked_tokens to sign_in using (true) with check (true);
grant select, insert on revoked_tokens to sign_in;
create policy sweep on revoked_tokens for delete to job_sweeper using (expires_at < decision_time() - interval '1 hour');
grant delete on revoked_tokens to job_sweeper;
