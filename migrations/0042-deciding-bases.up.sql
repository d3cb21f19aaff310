-- A use of a record keeps the row of the ledger that allowed it: asked in the transaction of the use, for the purpose that
-- whoever asks acts for.
alter table audit_entries add column basis_ids uuid[] not null default '{}';
comment on column audit_entries.basis_ids is 'Pseudonyms: the rows of the ledger of bases that allowed it';
grant insert (basis_ids) on audit_entries to
  audience_public, audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
  audience_privacy_officer, audience_operator, audience_contact_sync, audience_connector, audience_intake,
  audience_dashboard;

-- Null where nothing allows it, and for a record of another customer. Owner: lawfulness.
create function deciding_basis(asked_kind subject_kind, asked_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select refuse_nobody();
    select j.basis_id
    from judged_bases(asked_kind, array[asked_id], decision_time(), 'infinity') j
      join lawful_bases l on l.id = j.basis_id
    where j.verdict = 'COUNTS' and j.purpose::text = current_setting('app.purpose', true)
      and (viewer_audience() <> 'ACCOUNT_ADMINISTRATOR'
        or viewer_customer() = case asked_kind when 'CUSTOMER' then l.subject_id else l.customer_id end)
    order by j.until desc, j.effective_at desc, j.basis_id limit 1
  $$;

grant create on schema public to lawfulness, revealer;
alter function deciding_basis(subject_kind, uuid) owner to lawfulness;
set local role lawfulness;
revoke execute on function deciding_basis(subject_kind, uuid) from public;
grant execute on function deciding_basis(subject_kind, uuid)
  to audience_account_administrator, audience_marketing, audience_operator, revealer;
set local role revealer;
create or replace function reveal_email_address(
    entry_id uuid, revealed_kind subject_kind, revealed_id uuid, entry_request_id uuid) returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  address text;
begin
  perform refuse_nobody();
  if revealed_kind = 'PLATFORM_USER' then
    select email_address into address from platform_users where id = revealed_id;
  elsif revealed_kind = 'CUSTOMER_CONTACT' then
    select email_address into address from customer_contacts where id = revealed_id;
  end if;
  if address is null then return null; end if;
  insert into audit_entries (id, action, audience, viewer_id, purpose, operation, subject_kind, fields, subject_ids,
    row_count, request_id, basis_ids)
  values (entry_id, 'REVEAL', viewer_audience(), viewer_id(), 'CUSTOMER_SUPPORT', 'revealEmailAddress', revealed_kind,
    '{emailAddress}', array[revealed_id], 1, entry_request_id,
    array_remove(array[deciding_basis(revealed_kind, revealed_id)], null));
  return address;
end $$;
set local role owner;
revoke create on schema public from lawfulness, revealer;
