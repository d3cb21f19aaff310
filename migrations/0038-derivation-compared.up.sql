-- Whether what stands on the records is what follows from the ledger: compared each night, many at a time, in the order of
-- their identifiers. Owner: lawfulness.
create function compare_derivation(
    compared_kind subject_kind, after_id uuid, most integer, out last_id uuid, out compared integer, out different integer)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  stored derived_purposes[];
begin
  case compared_kind
    when 'CUSTOMER' then
      stored := array(select (id, purposes, purposes_valid_until, null, null, null, null)::derived_purposes
        from customers where id > after_id order by id limit most);
    when 'CUSTOMER_CONTACT' then
      stored := array(select (id, purposes, purposes_valid_until, null, may_email, null, null)::derived_purposes
        from customer_contacts where id > after_id order by id limit most);
    when 'PLATFORM_USER' then
      stored := array(select (id, purposes, purposes_valid_until, null, null, null, null)::derived_purposes
        from platform_users where id > after_id order by id limit most);
    when 'PROSPECT' then
      stored := array(select (id, purposes, purposes_valid_until, null, may_email, null, null)::derived_purposes
        from prospects where id > after_id order by id limit most);
    when 'SUBSCRIBER' then
      stored := array(select (id, purposes, purposes_valid_until, null, may_email, null, null)::derived_purposes
        from subscribers where id > after_id order by id limit most);
  end case;
  compared := cardinality(stored);
  last_id := stored[compared].id;
  select count(*) into different
    from unnest(stored) s
    join permitted_purposes(compared_kind, array(select u.id from unnest(stored) u)) d on d.id = s.id
    where s.until > decision_time() and ((s.bits, s.until) is distinct from (d.bits, d.until)
      -- who is suppressed may be mailed less, and never more
      or s.may_email and not d.may_email
      -- what is gone is scheduled to go, and what is kept is not
      or (not d.is_kept and d.decided_by is not null) is distinct from exists (
        select from erasures e where e.subject_id = s.id and e.subject_kind = compared_kind and e.cancelled_at is null));
end $$;

grant create on schema public to lawfulness;
alter function compare_derivation(subject_kind, uuid, integer) owner to lawfulness;
set local role lawfulness;
revoke execute on function compare_derivation(subject_kind, uuid, integer) from public;
grant execute on function compare_derivation(subject_kind, uuid, integer) to job_deriver;
set local role owner;
revoke create on schema public from lawfulness;
