-- What people ask of us goes into the ledger by the privacy officer's hand: a consent with its evidence, its withdrawal,
-- an objection and the decision on it, a restriction and its end.

create policy answer on lawful_bases for insert to audience_privacy_officer
  with check (transition in ('WITHDRAWN', 'OBJECTED', 'CONFIRMED', 'RESTRICTED', 'LIFTED', 'SUPERSEDED')
    or transition = 'ESTABLISHED' and lawful_basis = 'CONSENT');
grant insert (id, subject_kind, subject_id, customer_id, purpose, lawful_basis, transition, concerns, ground, effective_at)
  on lawful_bases to audience_privacy_officer;

alter table basis_evidence add column notice_version text check (length(notice_version) <= 40);
comment on column basis_evidence.notice_version is 'The version of the privacy notice that the person could read';
create policy answer on basis_evidence for insert to audience_privacy_officer with check (true);
grant insert (lawful_basis_id, subject_kind, subject_id, source, wording, given_at, notice_version)
  on basis_evidence to audience_privacy_officer;
grant insert (notice_version) on basis_evidence to audience_marketing;

-- The record whose ledger is to be written, held until the transaction ends; no row where there is none. Owner: lawfulness.
create function held_subject(held_kind subject_kind, held_id uuid) returns table (customer_id uuid)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform refuse_nobody();
  if hold_subjects(held_kind, array[held_id]) = 0 then return; end if;
  return query
    select c.customer_id from customer_contacts c where held_kind = 'CUSTOMER_CONTACT' and c.id = held_id
    union all select u.customer_id from platform_users u where held_kind = 'PLATFORM_USER' and u.id = held_id
    union all select null::uuid where held_kind in ('CUSTOMER', 'PROSPECT', 'SUBSCRIBER');
end $$;
grant create on schema public to lawfulness;
alter function held_subject(subject_kind, uuid) owner to lawfulness;
set local role lawfulness;
revoke execute on function held_subject(subject_kind, uuid) from public;
grant execute on function held_subject(subject_kind, uuid) to audience_privacy_officer;
set local role owner;
revoke create on schema public from lawfulness;
