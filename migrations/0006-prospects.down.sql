drop table interactions;
drop type interaction_kind;
drop table prospects;
drop type prospect_kind;
