drop table subscribers;
