-- That somebody was told can be a mistake, made for many at once: taken back, it is as if nobody had said so. The time in which
-- the person is to be told runs on from where it began, and where it has run out meanwhile the basis ended with it.
create policy undo on bulk_actions for select to lawfulness using (state = 'UNDOING');
grant select (id, state, informed_on) on bulk_actions to lawfulness;
create policy undo on bulk_action_changes for select to lawfulness using (true);
grant select (bulk_action_id, subject_id, version) on bulk_action_changes to lawfulness;

-- Those among them whom nobody changed since, and whom marketing may still turn to. Owner: lawfulness.
create function undo_informed(undone_action uuid, told_ids uuid[]) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  untold uuid[];
begin
  perform refuse_nobody();
  perform hold_subjects('PROSPECT', told_ids);
  with back as (
    update prospects p set informed_on = null
      from bulk_action_changes c join bulk_actions a on a.id = c.bulk_action_id
      where c.bulk_action_id = undone_action and c.subject_id = p.id and p.id = any (told_ids)
        and p.version = c.version and p.informed_on = a.informed_on
        and (p.purposes & 8) <> 0 and p.purposes_valid_until > decision_time()
      returning p.id)
  select array_agg(id) into untold from back;
  insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns, effective_at, valid_until)
    select gen_random_uuid(), 'PROSPECT', l.subject_id, l.purpose, l.lawful_basis,
      case when l.valid_until > decision_time() then 'CONFIRMED' else 'EXPIRED' end::basis_transition, l.id,
      least(l.valid_until, decision_time()),
      case when l.valid_until > decision_time() then l.valid_until else 'infinity' end
    from lawful_bases l
    where l.subject_id = any (untold) and l.transition = 'ESTABLISHED' and l.ground = 'UNTIL_INFORMED'
      and (select c.id from lawful_bases c where c.concerns = l.id and c.transition = 'CONFIRMED' limit 1) is not null
      and (select e.id from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED' limit 1) is null;
  return query select unnest(untold);
end $$;

grant create on schema public to lawfulness;
alter function undo_informed(uuid, uuid[]) owner to lawfulness;
set local role lawfulness;
revoke execute on function undo_informed(uuid, uuid[]) from public;
grant execute on function undo_informed(uuid, uuid[]) to audience_marketing;

-- Whoever is told anew after that is told: of what confirmed a basis the last row counts. Row by row along an index, however
-- many are told at once.
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
      and (select e.id from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED' limit 1) is null
      and coalesce((select c.valid_until from lawful_bases c where c.concerns = l.id and c.transition = 'CONFIRMED'
        order by c.recorded_at desc, c.id desc limit 1), l.valid_until) <> 'infinity';
  return query select unnest(told);
end $$;
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
          and not exists (select from lawful_bases e where e.concerns = l.id and e.transition not in ('EXPIRED', 'CONFIRMED'))
          and coalesce((select c.valid_until from lawful_bases c where c.concerns = l.id and c.transition = 'CONFIRMED'
            order by c.recorded_at desc, c.id desc limit 1), l.valid_until) <> 'infinity')::integer
  $$;
set local role owner;
revoke create on schema public from lawfulness;
