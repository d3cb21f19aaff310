drop table figures;
drop type figure_subject;
