drop table files;
drop type file_use;
