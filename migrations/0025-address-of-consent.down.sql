drop trigger address_of_consent on subscribers;
drop trigger address_of_consent on prospects;
drop function keep_address_of_consent();
