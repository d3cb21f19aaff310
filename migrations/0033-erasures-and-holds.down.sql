drop table legal_holds, erasures;
