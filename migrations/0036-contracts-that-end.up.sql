-- A contract ends, and with it what stood on it: for the company, its contacts and its users. What a law keeps of its
-- invoices stays until the end of the tenth year after.

create index lawful_bases_of_customer on lawful_bases (customer_id) where customer_id is not null;
grant insert (ground) on lawful_bases to audience_operator;
alter policy expire on lawful_bases with check (transition in ('EXPIRED', 'CONTRACT_ENDED', 'CONFIRMED'));
grant insert (valid_until) on lawful_bases to lawfulness;
grant update (state) on customers to lawfulness;

-- How many records it closes; null where there is no such customer for whoever asks, or it has ended already.
create function end_contract(ended_customer uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  closed integer;
begin
  perform refuse_nobody();
  if viewer_audience() = 'ACCOUNT_ADMINISTRATOR' and ended_customer is distinct from viewer_customer()
    or hold_subjects('CUSTOMER', array[ended_customer]) = 0
    or not exists (select from judged_bases('CUSTOMER', array[ended_customer], decision_time(), 'infinity') j
      where j.purpose = 'SERVICE_PERFORMANCE' and is_standing(j.verdict)) then
    return null;
  end if;
  perform hold_subjects('CUSTOMER_CONTACT', array(select id from customer_contacts where customer_id = ended_customer));
  perform hold_subjects('PLATFORM_USER', array(select id from platform_users where customer_id = ended_customer));
  with ended as (
    insert into lawful_bases (id, subject_kind, subject_id, customer_id, purpose, lawful_basis, transition, concerns)
      select gen_random_uuid(), l.subject_kind, l.subject_id, l.customer_id, l.purpose, l.lawful_basis, 'CONTRACT_ENDED', l.id
      from lawful_bases l
      where (l.customer_id = ended_customer or l.subject_kind = 'CUSTOMER' and l.subject_id = ended_customer)
        and l.transition = 'ESTABLISHED'
        and (l.purpose in ('SERVICE_PERFORMANCE', 'SERVICE_IMPROVEMENT', 'CUSTOMER_SUPPORT', 'SECURITY')
          or l.ground = 'EXISTING_CUSTOMER')
        and not exists (select from lawful_bases e where e.concerns = l.id and e.transition <> 'CONFIRMED')
      returning subject_id)
  select count(distinct subject_id) into closed from ended;
  insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns, valid_until)
    select gen_random_uuid(), l.subject_kind, l.subject_id, l.purpose, l.lawful_basis, 'CONFIRMED', l.id,
      make_timestamptz(extract(year from decision_time() at time zone 'UTC')::integer + 11, 1, 1, 0, 0, 0, 'UTC')
    from lawful_bases l
    where l.subject_kind = 'CUSTOMER' and l.subject_id = ended_customer
      and l.transition = 'ESTABLISHED' and l.ground = 'INVOICES'
      and not exists (select from lawful_bases e where e.concerns = l.id);
  update customers set state = 'CLOSED' where id = ended_customer and state <> 'CLOSED';
  return closed;
end $$;

grant create on schema public to lawfulness;
alter function end_contract(uuid) owner to lawfulness;
set local role lawfulness;
revoke execute on function end_contract(uuid) from public;
grant execute on function end_contract(uuid) to audience_operator, audience_account_administrator;
set local role owner;
revoke create on schema public from lawfulness;
