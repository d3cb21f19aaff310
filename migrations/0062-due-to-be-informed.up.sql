-- Whoever we have from elsewhere is told within a month (Art. 14(3)). How many are still to be told is counted each night by
-- a job that sees nobody, so that no time runs out unnoticed.
create index prospects_due on prospects (purposes_valid_until, id) where informed_on is null and (purposes & 8) <> 0;

create table prospects_due_to_be_informed (
  is_only         boolean primary key default true check (is_only),
  due_within_days integer not null check (due_within_days > 0),
  due_soon        integer not null check (due_soon >= 0),
  missed          integer not null check (missed >= 0),
  as_of           timestamptz not null default decision_time()
);
select guard('prospects_due_to_be_informed');
create policy read_all on prospects_due_to_be_informed for select to audience_marketing, audience_privacy_officer using (true);
grant select (due_within_days, due_soon, missed, as_of) on prospects_due_to_be_informed to audience_marketing, audience_privacy_officer;
create policy compute on prospects_due_to_be_informed to job_figures using (true) with check (true);
grant select, insert, update on prospects_due_to_be_informed to job_figures;

-- Whose time is over within so many days, as far as marketing may still turn to them; and whose ran out, of those whom we
-- still hold. Owner: lawfulness.
create function count_due_to_be_informed(within_days integer, out due_soon integer, out missed integer)
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

grant create on schema public to lawfulness;
alter function count_due_to_be_informed(integer) owner to lawfulness;
set local role lawfulness;
revoke execute on function count_due_to_be_informed(integer) from public;
grant execute on function count_due_to_be_informed(integer) to job_figures;
set local role owner;
revoke create on schema public from lawfulness;
