-- Whom marketing may turn to beside prospects and readers: contacts of customers, by consent or as existing customers. And
-- who was told in time that we hold the data is no longer limited to thirty days.

create index customer_contacts_for_marketing on customer_contacts (name, id) where (purposes & 8) <> 0;
create policy market on customer_contacts for select to audience_marketing
  using ((purposes & 8) <> 0 and purposes_valid_until > (select decision_time()));
grant select (id, name, email_address, created_at, may_email, purposes, purposes_valid_until)
  on customer_contacts to audience_marketing;

alter policy answer on lawful_bases
  with check (transition in ('WITHDRAWN', 'OBJECTED', 'CONFIRMED', 'RESTRICTED', 'LIFTED', 'SUPERSEDED')
    or transition = 'ESTABLISHED' and lawful_basis = 'CONSENT'
    or transition = 'ESTABLISHED' and ground = 'EXISTING_CUSTOMER' and subject_kind = 'CUSTOMER_CONTACT'
      and purpose = 'MARKETING_AND_SALES' and lawful_basis = 'LEGITIMATE_INTERESTS');

create index prospects_to_inform on prospects (name, id) where informed_on is null and (purposes & 8) <> 0;
grant update (informed_on) on prospects to lawfulness;

-- Those among them who were still to be told. Owner: lawfulness.
create function confirm_informed(told_ids uuid[], told_on date) returns setof uuid
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

grant create on schema public to lawfulness;
alter function confirm_informed(uuid[], date) owner to lawfulness;
set local role lawfulness;
revoke execute on function confirm_informed(uuid[], date) from public;
grant execute on function confirm_informed(uuid[], date) to audience_marketing;
set local role owner;
revoke create on schema public from lawfulness;
