-- What marketing mail to a person stands on, for marketing, of people whom it sees, and for whoever answers the person. Owner: lawfulness.
create function reasons_to_mail(asked_kind subject_kind, ids uuid[])
  returns table (id uuid, lawful_basis lawful_basis, ground basis_ground, since timestamptz, is_suppressed boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  return query
    select distinct on (j.subject_id) j.subject_id, j.lawful_basis, j.ground, j.effective_at,
      exists (select from suppressions x where x.email_hash = case asked_kind
        when 'CUSTOMER_CONTACT' then (select c.email_hash from customer_contacts c where c.id = j.subject_id)
        when 'PROSPECT' then (select p.email_hash from prospects p where p.id = j.subject_id)
        when 'SUBSCRIBER' then (select s.email_hash from subscribers s where s.id = j.subject_id) end)
    from judged_bases(asked_kind, ids, decision_time(), 'infinity') j
    where j.verdict = 'COUNTS' and is_direct_marketing(j.purpose)
    order by j.subject_id, j.lawful_basis = 'CONSENT' desc, j.ground = 'EXISTING_CUSTOMER' desc nulls last, j.effective_at desc;
end $$;

grant create on schema public to lawfulness;
alter function reasons_to_mail(subject_kind, uuid[]) owner to lawfulness;
set local role lawfulness;
revoke execute on function reasons_to_mail(subject_kind, uuid[]) from public;
grant execute on function reasons_to_mail(subject_kind, uuid[]) to audience_marketing, audience_privacy_officer;
set local role owner;
revoke create on schema public from lawfulness;
