-- Which request with an Idempotency-Key runs, took effect and was answered. One row for each key of each client, for a
-- day; neither the key nor the answer can be read from here.

create table idempotency_keys (
  audience     text not null,
  key_hash     bytea not null check (octet_length(key_hash) = 32),
  request_hash bytea not null check (octet_length(request_hash) = 32),
  claim_id     uuid not null unique,
  claimed_at   timestamptz not null default decision_time(),
  runs_until   timestamptz not null,
  applied_at   timestamptz,
  answer       bytea,
  primary key (audience, key_hash)
);
select guard('idempotency_keys');
create index on idempotency_keys (claimed_at);
comment on column idempotency_keys.key_hash is 'Keyed hash of the client and its key';
comment on column idempotency_keys.claim_id is 'The one request that holds the key';
comment on column idempotency_keys.runs_until is 'The operation''s deadline: a claim without effect is free again then';
comment on column idempotency_keys.applied_at is 'When its effect was committed, in the same transaction';
comment on column idempotency_keys.answer is 'May hold personal data; encrypted under a key made from the client''s own, which is kept nowhere';

create policy replay on idempotency_keys to replayer using (true) with check (true);
grant select, insert, update, delete on idempotency_keys to replayer;
create policy sweep on idempotency_keys for delete to job_sweeper
  using (claimed_at < decision_time() - interval '24 hours');
grant delete on idempotency_keys to job_sweeper;

-- The unique key decides who runs: whoever is new, or finds a claim a day old, or one that ended without effect.
-- All others are told how far the one is. No row at all: it was set free at this moment.
create function claim_idempotency_key(claimed_key bytea, claimed_request bytea, new_claim uuid)
  returns table (state text, claim_id uuid, answer bytea)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  insert into idempotency_keys as k (audience, key_hash, request_hash, claim_id, runs_until)
    values (viewer_audience(), claimed_key, claimed_request, new_claim, decision_time() + interval '30 seconds')
    on conflict on constraint idempotency_keys_pkey do update
      set request_hash = excluded.request_hash, claim_id = excluded.claim_id, claimed_at = excluded.claimed_at,
        runs_until = excluded.runs_until, applied_at = null, answer = null
      where k.claimed_at < decision_time() - interval '24 hours'
        or (k.applied_at is null and k.answer is null and k.runs_until <= decision_time());
  return query select
      case when k.claim_id = new_claim then 'CLAIMED'
        when k.request_hash <> claimed_request then 'REUSED'
        when k.answer is not null then 'ANSWERED'
        when k.runs_until > decision_time() then 'RUNNING'
        else 'OUTCOME_UNKNOWN' end,
      k.claim_id, k.answer
    from idempotency_keys k where k.audience = viewer_audience() and k.key_hash = claimed_key;
end $$;

-- Called in the transaction of the effect, as its last statement: both are there, or neither. A request that lost its
-- claim, since it ran past its deadline, must not take effect beside the one that has it now.
create function mark_claim_applied(marked_claim uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  update idempotency_keys set applied_at = coalesce(applied_at, decision_time()) where claim_id = marked_claim;
  if not found then
    raise exception 'Another request holds the idempotency key' using errcode = 'object_not_in_prerequisite_state';
  end if;
end $$;

create function keep_answer(answered_claim uuid, kept_answer bytea) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    update idempotency_keys set answer = kept_answer where audience = viewer_audience() and claim_id = answered_claim
  $$;

-- The request ended without an answer to keep. What had no effect may be tried again at once; what had one, never.
create function release_claim(released_claim uuid) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    delete from idempotency_keys where audience = viewer_audience() and claim_id = released_claim and applied_at is null;
    update idempotency_keys set runs_until = decision_time() where audience = viewer_audience() and claim_id = released_claim
  $$;

grant create on schema public to replayer;
alter function claim_idempotency_key(bytea, bytea, uuid) owner to replayer;
alter function mark_claim_applied(uuid) owner to replayer;
alter function keep_answer(uuid, bytea) owner to replayer;
alter function release_claim(uuid) owner to replayer;
revoke create on schema public from replayer;

set local role replayer;
revoke execute on function claim_idempotency_key(bytea, bytea, uuid), mark_claim_applied(uuid), keep_answer(uuid, bytea),
  release_claim(uuid) from public;
grant execute on function claim_idempotency_key(bytea, bytea, uuid), mark_claim_applied(uuid), keep_answer(uuid, bytea),
  release_claim(uuid) to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard;
grant execute on function mark_claim_applied(uuid) to sign_in;
set local role owner;
