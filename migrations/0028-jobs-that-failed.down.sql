grant create on schema public to queue_owner;
set local role queue_owner;
drop function run_job_again(bigint);
drop function job_list();
create function job_list() returns table (
    id bigint, task text, state text, attempts integer, max_attempts integer, run_at timestamptz, created_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  return query select j.id, t.identifier,
      case when j.attempts >= j.max_attempts and j.locked_at is null then 'FAILED'
        when j.locked_at is not null then 'RUNNING' when j.attempts > 0 then 'RETRYING' else 'QUEUED' end,
      j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id;
end $$;
revoke execute on function job_list() from public;
grant execute on function job_list() to audience_operator;
set local role owner;
revoke create on schema public from queue_owner;
