-- What people set for their own screens: one row for each person, whichever roles they act in. Nobody else sees it, and it
-- goes with the person.

create type preferred_language as enum ('SYSTEM', 'EN', 'DE');
create type preferred_colours as enum ('SYSTEM', 'LIGHT', 'DARK');

create table preferences (
  customer_id uuid,
  person_id   uuid not null,
  language    preferred_language not null default 'SYSTEM',
  colours     preferred_colours not null default 'SYSTEM',
  lists       jsonb not null default '{}' check (jsonb_typeof(lists) = 'object'),
  unique nulls not distinct (customer_id, person_id),
  foreign key (customer_id, person_id) references platform_users on delete cascade,
  constraint lists_maximum check (jsonb_array_length(jsonb_path_query_array(lists, '$.keyvalue()')) <= 40)
);
create index preferences_of_person on preferences (person_id);
select guard('preferences');
comment on column preferences.person_id is 'Whose they are';
comment on column preferences.language is 'In which language the person reads our pages';
comment on column preferences.colours is 'In which colours';
comment on column preferences.lists is 'Of each list by its name: the columns that the person chose, and how dense';

create policy own on preferences to audience_platform_user, audience_account_administrator
  using (customer_id = (select viewer_customer()) and person_id = (select viewer_id()))
  with check (customer_id = (select viewer_customer()) and person_id = (select viewer_id()));
create policy own_staff on preferences to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  using (customer_id is null and person_id = (select viewer_id()))
  with check (customer_id is null and person_id = (select viewer_id()));
grant select, insert, update (language, colours, lists)
  on preferences to audience_platform_user, audience_account_administrator, audience_support, audience_marketing,
    audience_privacy_officer, audience_operator;
