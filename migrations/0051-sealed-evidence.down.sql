-- SQL has no key, so what was sealed is lost on the way back: of such a row remains that there was evidence, and of which
-- basis. What was not sealed yet is as it was.
alter table basis_evidence
  add column source text, add column wording text, add column given_at timestamptz, add column confirmed_at timestamptz,
  add column notice_version text check (length(notice_version) <= 40);
update basis_evidence set
  source = coalesce(unsealed ->> 'source', 'Sealed, and lost on the way back'),
  wording = unsealed ->> 'wording', notice_version = unsealed ->> 'noticeVersion',
  given_at = (unsealed ->> 'givenAt')::timestamptz, confirmed_at = (unsealed ->> 'confirmedAt')::timestamptz;
alter table basis_evidence alter column source set not null, drop column sealed, drop column unsealed;
comment on column basis_evidence.wording is 'What the person was shown when agreeing';
comment on column basis_evidence.given_at is 'When the person asked to be subscribed or agreed';
comment on column basis_evidence.confirmed_at is 'When the person confirmed it (double opt-in)';
comment on column basis_evidence.notice_version is 'The version of the privacy notice that the person could read';
grant insert (source, wording, given_at, confirmed_at, notice_version) on basis_evidence to audience_marketing;
grant insert (source, wording, given_at, notice_version) on basis_evidence to audience_privacy_officer;
