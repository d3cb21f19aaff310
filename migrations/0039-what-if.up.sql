-- What would happen if the register allowed some bases no longer, without anything being written: for each kind how many
-- records it is about, how many of them could be used for some purpose no more, and how many would have to be erased. Owner:
-- lawfulness.
create function what_if(removed_kinds subject_kind[], removed_purposes purpose[], removed_bases lawful_basis[])
  returns table (kind subject_kind, records integer, closed integer, erased integer)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked subject_kind;
  ids uuid[];
begin
  perform refuse_nobody();
  for asked in select distinct k from unnest(removed_kinds) k order by k loop
    ids := case asked
      when 'CUSTOMER' then array(select id from customers)
      when 'CUSTOMER_CONTACT' then array(select id from customer_contacts)
      when 'PLATFORM_USER' then array(select id from platform_users)
      when 'PROSPECT' then array(select id from prospects)
      when 'SUBSCRIBER' then array(select id from subscribers)
    end;
    return query
      with judged as (
        select j.subject_id, purpose_bit(j.purpose) as bit, j.verdict = 'COUNTS' as counts,
          is_standing(j.verdict) and j.purpose <> 'LEGAL_OBLIGATIONS' as keeps,
          exists (select from unnest(removed_kinds, removed_purposes, removed_bases) as r (kind, purpose, basis)
            where r.kind = asked and r.purpose = j.purpose and r.basis = j.lawful_basis) as is_removed
        from judged_bases(asked, ids, decision_time(), 'infinity') j
      ), records as (
        select coalesce(bit_or(bit) filter (where counts), 0) as before,
          coalesce(bit_or(bit) filter (where counts and not is_removed), 0) as after,
          bool_or(keeps) as was_kept, bool_or(keeps and not is_removed) as is_kept
        from judged group by subject_id)
      select asked, cardinality(ids), (count(*) filter (where r.before <> r.after))::integer,
        (count(*) filter (where r.was_kept and not r.is_kept))::integer
      from records r;
  end loop;
end $$;

grant create on schema public to lawfulness;
alter function what_if(subject_kind[], purpose[], lawful_basis[]) owner to lawfulness;
set local role lawfulness;
revoke execute on function what_if(subject_kind[], purpose[], lawful_basis[]) from public;
grant execute on function what_if(subject_kind[], purpose[], lawful_basis[]) to audience_privacy_officer;
set local role owner;
revoke create on schema public from lawfulness;
