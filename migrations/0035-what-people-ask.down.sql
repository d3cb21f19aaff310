set local role lawfulness;
drop function held_subject(subject_kind, uuid);
set local role owner;
revoke insert (notice_version) on basis_evidence from audience_marketing;
drop policy answer on basis_evidence;
revoke insert on basis_evidence from audience_privacy_officer;
alter table basis_evidence drop column notice_version;
drop policy answer on lawful_bases;
revoke insert on lawful_bases from audience_privacy_officer;
