set local role lawfulness;
drop function restricted_records(uuid[]);
set local role owner;
