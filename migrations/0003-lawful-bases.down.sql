drop table suppressions;
drop table basis_evidence;
drop table lawful_bases;
drop type basis_transition;
drop table register_bases;
