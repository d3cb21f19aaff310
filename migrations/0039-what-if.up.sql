-- What would happen if the register allowed some bases no longer, without anything being written: for each kind how many
-- records it is about, how many of them could be used for some purpose no more, and how many would have to be erased. It
-- judges as `judged_bases` does, all records of a kind at once. Owner: lawfulness.
create function what_if(removed_kinds subject_kind[], removed_purposes purpose[], removed_bases lawful_basis[])
  returns table (kind subject_kind, records integer, closed integer, erased integer)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set work_mem = '64MB' as $$
declare
  asked subject_kind;
  there_are integer;
begin
  perform refuse_nobody();
  for asked in select distinct k from unnest(removed_kinds) k order by k loop
    there_are := case asked
      when 'CUSTOMER' then (select count(*) from customers)
      when 'CUSTOMER_CONTACT' then (select count(*) from customer_contacts)
      when 'PLATFORM_USER' then (select count(*) from platform_users)
      when 'PROSPECT' then (select count(*) from prospects)
      when 'SUBSCRIBER' then (select count(*) from subscribers)
    end;
    return query
      with removed as materialized (
        select distinct u.purpose, u.basis
        from unnest(removed_kinds, removed_purposes, removed_bases) as u (kind, purpose, basis) where u.kind = asked
      ), later as materialized (
        select l.id, l.concerns, l.transition, l.valid_until, l.recorded_at
        from lawful_bases l where l.subject_kind = asked and l.concerns is not null
      ), objections as materialized (
        select p.subject_id, p.purpose, max(p.effective_at) as latest,
          bool_or(is_direct_marketing(p.purpose) or c.id is not null) as is_final
        from lawful_bases p left join later c on c.concerns = p.id and c.transition = 'CONFIRMED'
        where p.subject_kind = asked and p.transition = 'OBJECTED' and p.purpose <> 'SECURITY'
          and not exists (select from later e where e.concerns = p.id and e.transition = 'LIFTED')
        group by 1, 2
      ), restrictions as materialized (
        select s.subject_id, max(s.effective_at) as latest
        from lawful_bases s
        where s.subject_kind = asked and s.transition = 'RESTRICTED'
          and not exists (select from later e where e.concerns = s.id and e.transition = 'LIFTED')
        group by 1
      ), confirmed as materialized (
        select distinct on (c.concerns) c.concerns, c.valid_until from later c
        where c.transition = 'CONFIRMED' order by c.concerns, c.recorded_at desc, c.id desc
      ), standing as (
        select b.subject_id, purpose_bit(b.purpose) as bit, b.purpose <> 'LEGAL_OBLIGATIONS' as keeps,
          not (o.latest is not null and b.lawful_basis in ('LEGITIMATE_INTERESTS', 'PUBLIC_TASK'))
            and not (r.latest is not null and not goes_on_restricted(b.purpose)
              and (b.lawful_basis <> 'CONSENT' or not is_later(b.effective_at, r.latest))) as counts,
          x.purpose is not null as is_removed, r.latest is not null as is_restricted
        from lawful_bases b
          join register_bases g on (g.subject_kind, g.purpose, g.lawful_basis) = (asked, b.purpose, b.lawful_basis)
          left join removed x on (x.purpose, x.basis) = (b.purpose, b.lawful_basis)
          left join later e on e.concerns = b.id and e.transition <> 'CONFIRMED'
          left join confirmed c on c.concerns = b.id
          left join objections o on o.subject_id = b.subject_id and o.purpose = b.purpose
          left join restrictions r on r.subject_id = b.subject_id
        where b.subject_kind = asked and b.transition = 'ESTABLISHED' and b.effective_at <= decision_time()
          and e.id is null and coalesce(c.valid_until, b.valid_until) > decision_time()
          and not coalesce(o.is_final and case
            when is_direct_marketing(b.purpose) then b.lawful_basis <> 'CONSENT' or not is_later(b.effective_at, o.latest)
            else b.lawful_basis in ('LEGITIMATE_INTERESTS', 'PUBLIC_TASK')
          end, false)
      ), of_record as (
        select coalesce(bit_or(bit) filter (where counts), 0) as before,
          coalesce(bit_or(bit) filter (where counts and not is_removed), 0) as after,
          bool_or(keeps) as was_kept, coalesce(bool_or(keeps and not is_removed or is_restricted), false) as is_kept
        from standing group by subject_id)
      select asked, there_are, (count(*) filter (where r.before <> r.after))::integer,
        (count(*) filter (where r.was_kept and not r.is_kept))::integer
      from of_record r;
  end loop;
end $$;

grant create on schema public to lawfulness;
alter function what_if(subject_kind[], purpose[], lawful_basis[]) owner to lawfulness;
set local role lawfulness;
revoke execute on function what_if(subject_kind[], purpose[], lawful_basis[]) from public;
grant execute on function what_if(subject_kind[], purpose[], lawful_basis[]) to audience_privacy_officer;
set local role owner;
revoke create on schema public from lawfulness;
