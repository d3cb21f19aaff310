drop table staff_roles;
drop function keep_one_in_office();
drop type staff_audience;
drop table staff;
drop type staff_state;
