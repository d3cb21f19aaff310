-- A file of contacts is not handed over any more once one of them was stopped: objected, left, was suppressed, or is held
-- on a basis no longer. Owner: lawfulness.
create index suppressions_by_time on suppressions (suppressed_at);
create index lawful_bases_ended on lawful_bases (recorded_at) where transition <> 'ESTABLISHED';
create index lawful_bases_limited on lawful_bases (valid_until) where valid_until <> 'infinity';

create function stopped_since(exported export_kind, since timestamptz) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked subject_kind := case exported when 'PROSPECTS' then 'PROSPECT' when 'SUBSCRIBERS' then 'SUBSCRIBER' end;
begin
  perform refuse_nobody();
  return asked is not null and (
    exists (select from lawful_bases where transition <> 'ESTABLISHED' and recorded_at >= since and subject_kind = asked)
    or exists (select from lawful_bases
      where valid_until <> 'infinity' and valid_until > since and valid_until <= decision_time() and subject_kind = asked)
    or exists (select from suppressions x where x.suppressed_at >= since and case asked
      when 'PROSPECT' then exists (select from prospects p where p.email_hash = x.email_hash)
      else exists (select from subscribers s where s.email_hash = x.email_hash) end));
end $$;
grant create on schema public to lawfulness;
alter function stopped_since(export_kind, timestamptz) owner to lawfulness;
set local role lawfulness;
revoke execute on function stopped_since(export_kind, timestamptz) from public;
grant execute on function stopped_since(export_kind, timestamptz)
  to audience_marketing, audience_account_administrator, audience_privacy_officer;
set local role owner;
revoke create on schema public from lawfulness;

alter policy record_export on disclosures
  with check (viewer_id = (select viewer_id())
    and exists (select from exports e where e.id = export_id and e.service_provider_id = disclosures.service_provider_id
      and (disclosures.ends is not null
        or agreement_covers_export(e.service_provider_id, e.kind) and not stopped_since(e.kind, e.started_at))));
