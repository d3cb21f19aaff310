grant create on schema public to revealer;
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
    row_count, request_id)
  values (entry_id, 'REVEAL', viewer_audience(), viewer_id(), 'CUSTOMER_SUPPORT', 'revealEmailAddress', revealed_kind,
    '{emailAddress}', array[revealed_id], 1, entry_request_id);
  return address;
end $$;
set local role lawfulness;
drop function deciding_basis(subject_kind, uuid);
set local role owner;
revoke create on schema public from revealer;
alter table audit_entries drop column basis_ids;
