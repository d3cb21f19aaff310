// People whose ledgers have a story: a consent taken back and given anew, a contact who is an existing customer, somebody
// who says that the data is wrong. Others stand where they belong: an objection to the newsletter alone with the
// subscribers, who was never told with the prospects, a contract that ended with the customers.
import type { Client } from "pg";
import { daysAgo, seedId } from "./records";

export const CASES = {
  consentedAnew: "reader3@mail.example.org",
  objectedToNewsletter: "reader17@mail.example.org",
  restricted: "prospect46@shop.example.net",
  neverInformed: "prospect5@shop.example.net",
} as const;

export async function seedCases(client: Client): Promise<void> {
  const [withdrawal, anew, restriction, exception] = [1, 2, 3, 4].map((n) =>
    seedId("case", n, daysAgo(9)),
  );
  await client.query(
    `insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, transition, concerns, effective_at, recorded_at)
     select v.id, l.subject_kind, l.subject_id, l.purpose, l.lawful_basis, v.transition,
       case when v.transition = 'WITHDRAWN' then l.id end, s.created_at + v.later, s.created_at + v.known
     from subscribers s join lawful_bases l on l.subject_id = s.id,
       (values ($2::uuid, 'WITHDRAWN'::basis_transition, interval '2 days', interval '3 days'),
         ($3::uuid, 'ESTABLISHED', interval '6 days', interval '6 days')) as v (id, transition, later, known)
     where s.email_canonical = $1`,
    [CASES.consentedAnew, withdrawal, anew],
  );
  await client.query(
    `insert into basis_evidence (lawful_basis_id, subject_kind, subject_id, source, wording, given_at, notice_version, recorded_at)
     select l.id, l.subject_kind, l.subject_id, 'Preferences page', 'Yes, send me the newsletter again.', l.effective_at,
       '2021-01-11', l.recorded_at
     from lawful_bases l where l.id = $1`,
    [anew],
  );
  await client.query(
    `insert into lawful_bases (id, subject_kind, subject_id, transition, ground, effective_at, recorded_at)
     select $2, 'PROSPECT', id, 'RESTRICTED', 'ACCURACY_CONTESTED', $3, $3 from prospects where email_canonical = $1`,
    [CASES.restricted, restriction, daysAgo(9)],
  );
  await client.query(
    `insert into lawful_bases (id, subject_kind, subject_id, customer_id, purpose, lawful_basis, ground, effective_at, recorded_at)
     select $1, 'CUSTOMER_CONTACT', c.id, c.customer_id, 'MARKETING_AND_SALES', 'LEGITIMATE_INTERESTS', 'EXISTING_CUSTOMER', $2, $2
     from customer_contacts c join customers u on u.id = c.customer_id
     where u.name = 'Harbour & Finch Logistics' and c.role = 'BILLING'`,
    [exception, daysAgo(300)],
  );
  await client.query(
    `insert into basis_evidence (lawful_basis_id, subject_kind, subject_id, source, wording, given_at, recorded_at)
     select l.id, l.subject_kind, l.subject_id, 'Order form', 'Address given with the order; a box to refuse offers stood beside it; each mail about fulfilment has the same way out.',
       l.effective_at, l.recorded_at
     from lawful_bases l where l.id = $1`,
    [exception],
  );
  // what ended in the story's past was scheduled then
  await client.query(
    `update erasures e set id = e.because, scheduled_at = l.recorded_at, due_at = l.recorded_at + interval '30 days'
     from lawful_bases l where l.id = e.because`,
  );
}
