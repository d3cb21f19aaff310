-- Whoever agreed to be mailed agreed for one address: a record with such a consent keeps it, for as long as the consent
-- stands. Another spelling of the same address is none other.
create function keep_address_of_consent() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if (select has_consent from permitted_purposes(tg_argv[0]::subject_kind, array[new.id])) then
    raise exception 'The consent of this % was given for another address', tg_argv[0]
      using errcode = 'check_violation', constraint = 'address_of_consent';
  end if;
  return new;
end $$;
create trigger address_of_consent before update of email_canonical on prospects
  for each row when (new.email_canonical is distinct from old.email_canonical)
  execute function keep_address_of_consent('PROSPECT');
create trigger address_of_consent before update of email_canonical on subscribers
  for each row when (new.email_canonical is distinct from old.email_canonical)
  execute function keep_address_of_consent('SUBSCRIBER');

grant create on schema public to lawfulness;
alter function keep_address_of_consent() owner to lawfulness;
set local role lawfulness;
revoke execute on function keep_address_of_consent() from public;
set local role owner;
revoke create on schema public from lawfulness;
