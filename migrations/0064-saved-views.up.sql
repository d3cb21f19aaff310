-- Filters of lists under a name, for their maker or for everybody of the same audience. They outlive the people who are
-- found by them, and so they remember none.

create table saved_views (
  id             uuid primary key,
  customer_id    uuid references customers on delete cascade,
  audience       text not null check (audience in ('SUPPORT', 'MARKETING', 'PRIVACY_OFFICER', 'OPERATOR', 'ACCOUNT_ADMINISTRATOR')),
  list           text not null check (length(list) <= 60 and list ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  name           text not null check (length(name) between 1 and 100),
  name_canonical text not null check (length(name_canonical) between 1 and 400),
  search         text not null check (length(search) <= 1000),
  is_shared      boolean not null,
  made_by        uuid not null,
  created_at     timestamptz not null default decision_time(),
  check ((audience = 'ACCOUNT_ADMINISTRATOR') = (customer_id is not null)),
  constraint remembers_no_address check (search !~* '@|%(25)*40')
);
create unique index one_view_of_a_name on saved_views (customer_id, audience, made_by, list, name_canonical) nulls not distinct;
create index saved_views_by_name on saved_views (customer_id, audience, list, name_canonical, id);
create index saved_views_of_maker on saved_views (made_by);
select guard('saved_views');
comment on column saved_views.name is 'What its maker calls it';
comment on column saved_views.name_canonical is 'The name in canonical form, for comparing';
comment on column saved_views.search is 'What the list is filtered by, as in the address of its page';
comment on column saved_views.is_shared is 'Whether everybody of the audience sees it';
comment on column saved_views.made_by is 'Pseudonym of its maker';

create policy see on saved_views for select to audience_account_administrator
  using (customer_id = (select viewer_customer()) and audience = (select viewer_audience())
    and (is_shared or made_by = (select viewer_id())));
create policy make on saved_views for insert to audience_account_administrator
  with check (customer_id = (select viewer_customer()) and audience = (select viewer_audience()) and made_by = (select viewer_id()));
create policy change on saved_views for update to audience_account_administrator
  using (customer_id = (select viewer_customer()) and audience = (select viewer_audience()) and made_by = (select viewer_id()))
  with check (customer_id = (select viewer_customer()) and audience = (select viewer_audience()) and made_by = (select viewer_id()));
create policy remove on saved_views for delete to audience_account_administrator
  using (customer_id = (select viewer_customer()) and audience = (select viewer_audience()) and made_by = (select viewer_id()));

create policy see_staff on saved_views for select
  to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  using (customer_id is null and audience = (select viewer_audience()) and (is_shared or made_by = (select viewer_id())));
create policy make_staff on saved_views for insert
  to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  with check (customer_id is null and audience = (select viewer_audience()) and made_by = (select viewer_id()));
create policy change_staff on saved_views for update
  to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  using (customer_id is null and audience = (select viewer_audience()) and made_by = (select viewer_id()))
  with check (customer_id is null and audience = (select viewer_audience()) and made_by = (select viewer_id()));
create policy remove_staff on saved_views for delete
  to audience_support, audience_marketing, audience_privacy_officer, audience_operator
  using (customer_id is null and audience = (select viewer_audience()) and made_by = (select viewer_id()));

grant select, insert (id, customer_id, audience, list, name, name_canonical, search, is_shared, made_by),
  update (name, name_canonical, search, is_shared), delete
  on saved_views to audience_account_administrator, audience_support, audience_marketing, audience_privacy_officer,
    audience_operator;

-- Whoever leaves takes along what nobody else sees; what was shared stays, as it is. Owner: eraser.
create policy forget on preferences to eraser using (true);
grant select (customer_id, person_id), delete on preferences to eraser;
create policy forget on saved_views to eraser using (not is_shared);
grant select (customer_id, made_by), delete on saved_views to eraser;

create function forget_own_settings() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  of_customer uuid := (to_jsonb(old) ->> 'customer_id')::uuid; -- of our own people there is none
begin
  delete from preferences where person_id = old.id and customer_id is not distinct from of_customer;
  delete from saved_views where made_by = old.id and customer_id is not distinct from of_customer;
  return null;
end $$;
create trigger forget_own_settings after update of state on staff for each row
  when (new.state = 'DEACTIVATED' and old.state <> 'DEACTIVATED') execute function forget_own_settings();
create trigger forget_own_settings after update of state on platform_users for each row
  when (new.state = 'DEACTIVATED' and old.state <> 'DEACTIVATED') execute function forget_own_settings();
create trigger forget_own_settings_of_erased after delete on platform_users for each row
  execute function forget_own_settings();

grant create on schema public to eraser;
alter function forget_own_settings() owner to eraser;
set local role eraser;
revoke execute on function forget_own_settings() from public;
set local role owner;
revoke create on schema public from eraser;
