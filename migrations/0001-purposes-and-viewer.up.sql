-- The words every other migration uses: purposes with their bits, bases, kinds, and who is asking.

create type purpose as enum (
  'SERVICE_PERFORMANCE', 'LEGAL_OBLIGATIONS', 'SERVICE_IMPROVEMENT', 'MARKETING_AND_SALES',
  'NEWSLETTER', 'CUSTOMER_SUPPORT', 'SECURITY'
);
create type lawful_basis as enum (
  'CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS', 'PUBLIC_TASK', 'LEGITIMATE_INTERESTS'
);
create type subject_kind as enum (
  'CUSTOMER', 'CUSTOMER_CONTACT', 'PLATFORM_USER', 'PROSPECT', 'SUBSCRIBER'
);

-- The clock of every decision. Only a drill's cluster replaces it.
create function decision_time() returns timestamptz
  language sql stable as $$ select statement_timestamp() $$;

create function purpose_bit(purpose) returns integer
  language sql immutable strict as $$
    select case $1
      when 'SERVICE_PERFORMANCE' then 1 when 'LEGAL_OBLIGATIONS' then 2 when 'SERVICE_IMPROVEMENT' then 4
      when 'MARKETING_AND_SALES' then 8 when 'NEWSLETTER' then 16 when 'CUSTOMER_SUPPORT' then 32
      when 'SECURITY' then 64
    end
  $$;

-- Settings of the unit of work. After its first use a setting reads '' and not null.
create function viewer_id() returns uuid
  language sql stable as $$ select nullif(current_setting('app.viewer', true), '')::uuid $$;
create function viewer_customer() returns uuid
  language sql stable as $$ select nullif(current_setting('app.customer', true), '')::uuid $$;
create function viewer_provider() returns uuid
  language sql stable as $$ select nullif(current_setting('app.provider', true), '')::uuid $$;
create function viewer_source() returns text
  language sql stable as $$ select nullif(current_setting('app.source', true), '') $$;
-- Asked in definer functions too, where current_user is the function's owner.
create function viewer_audience() returns text
  language sql stable as $$ select upper(substr(current_setting('role'), length('audience_') + 1)) $$;

-- Row security on, for the owner as well, who alone gets a policy here.
create function guard(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy owner_all on %s to owner using (true) with check (true)', guarded);
end $$;
revoke execute on function guard(regclass) from public;

-- «support@example.com» → «s•••@e•••.com»: enough to recognise, not enough to write to.
create function masked_email_address(text) returns text
  language sql immutable strict as $$
    select left($1, 1) || '•••@' || left(split_part($1, '@', 2), 1) || '•••'
      || coalesce(substring(split_part($1, '@', 2) from '\.[^.]*$'), '')
  $$;
