set local role lawfulness;
drop function confirm_informed(uuid[], date);
set local role owner;
revoke update (informed_on) on prospects from lawfulness;
drop index prospects_to_inform;
alter policy answer on lawful_bases
  with check (transition in ('WITHDRAWN', 'OBJECTED', 'CONFIRMED', 'RESTRICTED', 'LIFTED', 'SUPERSEDED')
    or transition = 'ESTABLISHED' and lawful_basis = 'CONSENT');
revoke all on customer_contacts from audience_marketing;
drop policy market on customer_contacts;
drop index customer_contacts_for_marketing;
