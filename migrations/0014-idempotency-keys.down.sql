set local role replayer;
drop function release_claim(uuid);
drop function keep_answer(uuid, bytea);
drop function mark_claim_applied(uuid);
drop function claim_idempotency_key(bytea, bytea, uuid);
set local role owner;
drop table idempotency_keys;
