-- The transition IMPORT_UNDONE stays: PostgreSQL takes no value out of a type.
drop table import_mappings, import_refusals, import_rows, imports;
drop trigger stamp_change on subscribers;
drop trigger stamp_change on prospects;
alter table subscribers drop column changed_at;
alter table prospects drop column changed_at;
drop function stamp_change();
drop type import_outcome;
drop type import_state;
drop type import_tool;
drop type import_kind;
