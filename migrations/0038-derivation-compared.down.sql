set local role lawfulness;
drop function compare_derivation(subject_kind, uuid, integer);
set local role owner;
