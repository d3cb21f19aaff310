-- What shows a basis is sealed under the person's key: source, wording, times and version of the notice are one value, and
-- only whose basis it is about stands in the clear. SQL has no key: what there is waits in `unsealed`, and
-- `npm run keys -- seal` seals it.
alter table basis_evidence add column sealed bytea, add column unsealed jsonb;
update basis_evidence set unsealed = jsonb_strip_nulls(jsonb_build_object(
  'source', source, 'wording', wording, 'noticeVersion', notice_version,
  'givenAt', to_char(given_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'confirmedAt', to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
alter table basis_evidence
  drop column source, drop column wording, drop column given_at, drop column confirmed_at, drop column notice_version,
  add constraint basis_evidence_is_one check (num_nonnulls(sealed, unsealed) = 1);
comment on column basis_evidence.sealed is 'What shows the basis, under the person''s key';
comment on column basis_evidence.unsealed is 'The same from before there were keys, until it is sealed';
grant insert (sealed) on basis_evidence to audience_marketing, audience_privacy_officer;
