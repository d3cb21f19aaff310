-- A job that failed says why, by a code and nothing else, and is run again when an operator says so. Owner: queue_owner.
-- What libraries and PostgreSQL say of an error may name people: only a text of the form of our codes is shown.
grant create on schema public to queue_owner;
set local role queue_owner;

drop function job_list();
create function job_list() returns table (
    id bigint, task text, state text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz,
    reason text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  return query select j.id, t.identifier,
      case when j.attempts >= j.max_attempts and j.locked_at is null then 'FAILED'
        when j.locked_at is not null then 'RUNNING' when j.attempts > 0 then 'RETRYING' else 'QUEUED' end,
      j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at,
      case when j.last_error ~ '^[A-Z]+(_[A-Z]+)*( [A-Z0-9_]{1,40})?$' then j.last_error end
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id;
end $$;
revoke execute on function job_list() from public;
grant execute on function job_list() to audience_operator;

-- Answers whether it had failed: then it waits from now on, with all its tries.
create function run_job_again(failed bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  update graphile_worker._private_jobs set attempts = 0, run_at = now(), updated_at = now()
    where id = failed and attempts >= max_attempts and locked_at is null;
  if not found then return false; end if;
  perform pg_notify('jobs:insert', '{"r":0,"count":1}');
  return true;
end $$;
revoke execute on function run_job_again(bigint) from public;
grant execute on function run_job_again(bigint) to audience_operator;

set local role owner;
revoke create on schema public from queue_owner;
