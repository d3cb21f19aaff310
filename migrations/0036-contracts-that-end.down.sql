set local role lawfulness;
drop function end_contract(uuid);
set local role owner;
revoke update (state) on customers from lawfulness;
revoke insert (valid_until) on lawful_bases from lawfulness;
alter policy expire on lawful_bases with check (transition = 'EXPIRED');
revoke insert (ground) on lawful_bases from audience_operator;
drop index lawful_bases_of_customer;
