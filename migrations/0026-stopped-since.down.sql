alter policy record_export on disclosures
  with check (viewer_id = (select viewer_id())
    and exists (select from exports e where e.id = export_id and e.service_provider_id = disclosures.service_provider_id
      and (disclosures.ends is not null or agreement_covers_export(e.service_provider_id, e.kind))));
drop function stopped_since(export_kind, timestamptz);
drop index lawful_bases_limited;
drop index lawful_bases_ended;
drop index suppressions_by_time;
