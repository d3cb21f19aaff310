set local role lawfulness;
drop function reasons_to_mail(subject_kind, uuid[]);
set local role owner;
