drop table audit_entries;
drop function refuse_rewriting();
drop type audit_action;
