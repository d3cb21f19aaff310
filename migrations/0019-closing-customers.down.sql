revoke update (state) on customers from audience_operator;
drop policy change_state on customers;
