-- A customer is closed, and may be opened again: whoever signs in for it is out within seconds. Its records stay.
create policy change_state on customers for update to audience_operator
  using ((purposes & 1) <> 0 and purposes_valid_until > decision_time());
grant update (state) on customers to audience_operator;
