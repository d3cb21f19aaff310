-- What dashboards read: counts per month and kind, computed by a job, with no person in them.

create type figure_subject as enum ('ACTIVITY', 'INTERACTION');

create table figures (
  month       date not null check (extract(day from month) = 1),
  subject     figure_subject not null,
  kind        text not null,
  people      integer check (people >= 10),
  events      integer,
  computed_at timestamptz not null default decision_time(),
  primary key (month, subject, kind),
  check ((people is null) = (events is null))
);
select guard('figures');
create policy read_all on figures for select to audience_dashboard using (true);
grant select on figures to audience_dashboard;
create policy compute on figures to job_figures using (true) with check (true);
grant select, insert, delete on figures to job_figures;
