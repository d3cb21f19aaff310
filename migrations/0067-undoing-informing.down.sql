grant create on schema public to lawfulness;
set local role lawfulness;
create or replace function count_due_to_be_informed(within_days integer, out due_soon integer, out missed integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select
      (select count(*) from prospects
        where informed_on is null and (purposes & 8) <> 0 and purposes_valid_until > decision_time()
          and purposes_valid_until <= decision_time() + make_interval(days => within_days))::integer,
      (select count(distinct l.subject_id)
        from lawful_bases l join prospects p on p.id = l.subject_id and p.informed_on is null
        where l.subject_kind = 'PROSPECT' and l.transition = 'ESTABLISHED' and l.purpose = 'MARKETING_AND_SALES'
          and l.valid_until <> 'infinity' and l.valid_until <= decision_time()
          and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'EXPIRED'))::integer
  $$;
create or replace function confirm_informed(told_ids uuid[], told_on date) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  told uuid[];
begin
  perform refuse_nobody();
  perform hold_subjects('PROSPECT', told_ids);
  with informed as (
    update prospects set informed_on = told_on
      where id = any (told_ids) and informed_on is null and (purposes & 8) <> 0 and purposes_valid_until > decision_time()
      returning id)
  select array_agg(id) into told from informed;
  insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns)
    select gen_random_uuid(), 'PROSPECT', l.subject_id, l.purpose, l.lawful_basis, 'CONFIRMED', l.id
    from lawful_bases l
    where l.subject_id = any (told) and l.transition = 'ESTABLISHED' and l.ground = 'UNTIL_INFORMED'
      and l.valid_until > decision_time()
      and not exists (select from lawful_bases e where e.concerns = l.id);
  return query select unnest(told);
end $$;
drop function undo_informed(uuid, uuid[]);
set local role owner;
revoke create on schema public from lawfulness;
revoke all on bulk_action_changes, bulk_actions from lawfulness;
drop policy undo on bulk_action_changes;
drop policy undo on bulk_actions;
