alter table imports drop column mended, drop column left_out;
drop table import_mends;
