drop table preferences;
drop type preferred_colours;
drop type preferred_language;
