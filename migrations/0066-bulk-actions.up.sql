-- One change to many prospects: what is asked, whom it is about, how far it is, and what each was before, so that it can be
-- undone. A filter by name or address is kept nowhere: when it is looked at it becomes the people's pseudonyms, in batches that
-- are gone as they are done.

create type bulk_action_kind as enum ('INFORM', 'SET_KIND');
create type bulk_action_state as enum (
  'DRY', 'QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED', 'UNDOING', 'UNDONE');

create table bulk_actions (
  id                uuid primary key,
  kind              bulk_action_kind not null,
  informed_on       date,
  prospect_kind     prospect_kind,
  narrowed_by       jsonb not null default '{}',
  must_be_unchanged boolean not null default false,
  state             bulk_action_state not null default 'DRY',
  matched           integer not null default 0,
  would_change      integer not null default 0,
  would_stay        integer not null default 0,
  would_be_refused  integer not null default 0,
  changed           integer not null default 0,
  unchanged         integer not null default 0,
  out_of_reach      integer not null default 0,
  changed_meanwhile integer not null default 0,
  restored          integer not null default 0,
  kept              integer not null default 0,
  failure           text,
  created_by        uuid not null,
  acting_for        uuid,
  created_at        timestamptz not null default decision_time(),
  started_at        timestamptz,
  ended_at          timestamptz,
  check ((kind = 'INFORM') = (informed_on is not null)),
  check ((kind = 'SET_KIND') = (prospect_kind is not null)),
  check (state in ('DRY', 'CANCELLED') or acting_for is not null)
);
create index bulk_actions_of_maker on bulk_actions (created_by, id);
select guard('bulk_actions');
comment on column bulk_actions.narrowed_by is 'What of the filter names nobody: asked again of each batch';
comment on column bulk_actions.must_be_unchanged is 'The filter named people: whoever was changed since it was looked at is left out';
comment on column bulk_actions.out_of_reach is 'Of those who matched: nobody may turn to them any more';
comment on column bulk_actions.changed_meanwhile is 'Of those who matched: changed since, and fit no more';
comment on column bulk_actions.kept is 'Of an undone action: people whom somebody changed since, and who stayed as they are';
comment on column bulk_actions.acting_for is 'On whose word the job goes on';

create policy market on bulk_actions for select to audience_marketing using (true);
create policy prepare on bulk_actions for insert to audience_marketing
  with check (created_by = (select viewer_id()) and state = 'DRY');
create policy go_on on bulk_actions for update to audience_marketing using (true) with check (true);
grant select,
  insert (id, kind, informed_on, prospect_kind, narrowed_by, must_be_unchanged, created_by),
  update (state, matched, would_change, would_stay, would_be_refused, changed, unchanged, out_of_reach, changed_meanwhile,
    restored, kept, failure, acting_for, started_at, ended_at)
  on bulk_actions to audience_marketing;
create policy oversee on bulk_actions for select to audience_privacy_officer using (true);
grant select on bulk_actions to audience_privacy_officer;

-- On whose word a job goes on: it acts as that person, and asks anew at each batch whether that is still right.
create policy take on bulk_actions for select to job_bulk_actor using (state in ('QUEUED', 'RUNNING', 'UNDOING', 'FAILED'));
create policy give_up on bulk_actions for update to job_bulk_actor
  using (state in ('QUEUED', 'RUNNING', 'UNDOING')) with check (state = 'FAILED');
grant select (id, state, acting_for), update (state, failure, ended_at) on bulk_actions to job_bulk_actor;

-- Whom it is about, as far as it was not done yet: seen by whoever looked at them, and by nobody else.
create table bulk_action_batches (
  bulk_action_id uuid not null references bulk_actions,
  number         integer not null,
  subject_ids    uuid[] not null,
  versions       integer[] not null,
  primary key (bulk_action_id, number),
  check (cardinality(subject_ids) = cardinality(versions))
);
select guard('bulk_action_batches');
comment on column bulk_action_batches.subject_ids is 'Pseudonyms of the people';
comment on column bulk_action_batches.versions is 'The version of each, as it was looked at';
create policy own on bulk_action_batches to audience_marketing
  using (exists (select from bulk_actions a where a.id = bulk_action_id and a.created_by = (select viewer_id())))
  with check (exists (select from bulk_actions a where a.id = bulk_action_id and a.created_by = (select viewer_id())));
grant select, insert, delete on bulk_action_batches to audience_marketing;

-- What each was before, for as long as it can be undone: within the reach of whoever undoes it.
create table bulk_action_changes (
  bulk_action_id uuid not null references bulk_actions,
  subject_id     uuid not null,
  kind_before    prospect_kind,
  version        integer not null,
  primary key (bulk_action_id, subject_id)
);
create index bulk_action_changes_of_subject on bulk_action_changes (subject_id);
select guard('bulk_action_changes');
comment on column bulk_action_changes.subject_id is 'Pseudonym of the person';
comment on column bulk_action_changes.kind_before is 'How the person related to us before';
comment on column bulk_action_changes.version is 'The version of the record after the change';
create policy in_reach on bulk_action_changes to audience_marketing
  using (exists (select from prospects p where p.id = subject_id))
  with check (exists (select from prospects p where p.id = subject_id));
grant select, insert, delete on bulk_action_changes to audience_marketing;

-- Whoever was looked at and never acted on is forgotten after a day (and an hour for whoever begins at its end); what was
-- before, after the seven days in which it can be undone.
create policy sweep on bulk_actions for select to job_sweeper
  using (ended_at is not null or state = 'DRY' and created_at < decision_time() - interval '25 hours');
grant select (id, state, created_at, ended_at) on bulk_actions to job_sweeper;
create policy sweep on bulk_action_batches for delete to job_sweeper
  using (exists (select from bulk_actions a where a.id = bulk_action_id));
grant delete on bulk_action_batches to job_sweeper;
create policy sweep on bulk_action_changes for delete to job_sweeper
  using (exists (select from bulk_actions a where a.id = bulk_action_id
    and (a.state = 'UNDONE' or a.state <> 'UNDOING' and a.ended_at < decision_time() - interval '7 days')));
grant delete on bulk_action_changes to job_sweeper;

grant create on schema public to queue_owner;
set local role queue_owner;
create or replace function queue_job(task text, payload json, job_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.refuse_nobody();
  if not (current_setting('role'), task) in (
      ('audience_intake', 'compute_figures'), ('audience_marketing', 'import_contacts'), ('audience_marketing', 'make_export'),
      ('audience_marketing', 'act_on_many'),
      ('audience_account_administrator', 'make_export'), ('audience_privacy_officer', 'make_export')) then
    raise exception 'This audience may not queue the job %', task using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(task, payload, job_key := queue_job.job_key,
    max_attempts := case when task in ('import_contacts', 'act_on_many') then 25 else 5 end);
end $$;
set local role owner;
revoke create on schema public from queue_owner;
