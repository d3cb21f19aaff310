-- Whose records of a customer are restricted now, for those who would otherwise see them: by identifier and time, and nothing
-- else. Owner: lawfulness.
create function restricted_records(customer_ids uuid[])
  returns table (customer_id uuid, kind subject_kind, id uuid, since timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select l.customer_id, l.subject_kind, l.subject_id, min(l.effective_at)
    from lawful_bases l
    where l.customer_id = any (customer_ids) and l.transition = 'RESTRICTED'
      and (viewer_audience() = 'SUPPORT' or l.customer_id = viewer_customer())
      and not exists (select from lawful_bases e where e.concerns = l.id and e.transition = 'LIFTED')
    group by 1, 2, 3
  $$;

grant create on schema public to lawfulness;
alter function restricted_records(uuid[]) owner to lawfulness;
set local role lawfulness;
revoke execute on function restricted_records(uuid[]) from public;
grant execute on function restricted_records(uuid[]) to audience_support, audience_account_administrator;
set local role owner;
revoke create on schema public from lawfulness;
