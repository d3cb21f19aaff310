set local role lawfulness;
drop function count_due_to_be_informed(integer);
set local role owner;
drop table prospects_due_to_be_informed;
drop index prospects_due;
