drop policy bring_in_users on keys.person_keys;
drop policy read_users on keys.person_keys;
revoke all (subject_id, subject_kind, wrapped) on keys.person_keys from audience_account_administrator;
revoke usage on schema keys from audience_account_administrator;
