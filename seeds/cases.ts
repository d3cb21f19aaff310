// People whose ledgers have a story: a consent taken back and given anew, a contact who is an existing customer, somebody
// who says that the data is wrong. Others stand where they belong: an objection to the newsletter alone with the
// subscribers, who was never told with the prospects, a contract that ended with the customers.
import type { Client } from "pg";
import type { Evidence } from "../src/lawfulness/evidence";
import type { SubjectKind } from "../src/lawfulness/register";
import { proveSeeded } from "./proofs";
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
  await proveCases(client, [anew!, exception!]);
  // what ended in the story's past was scheduled then
  await client.query(
    `update erasures e set id = e.because, scheduled_at = l.recorded_at, due_at = l.recorded_at + interval '30 days'
     from lawful_bases l where l.id = e.because`,
  );
}

const EVIDENCE: Evidence[] = [
  {
    ...{ source: "Preferences page", wording: "Yes, send me the newsletter again." },
    noticeVersion: "2021-01-11",
  },
  {
    source: "Order form",
    wording:
      "Address given with the order; a box to refuse offers stood beside it; each mail about fulfilment has the same way out.",
  },
];

/** In the order of the evidence. */
async function proveCases(client: Client, bases: readonly string[]): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    kind: SubjectKind;
    of: string;
    at: Date;
    known: Date;
  }>(
    `select id, subject_kind as kind, subject_id as of, effective_at as at, recorded_at as known from lawful_bases
     where id = any ($1) order by array_position($1::uuid[], id)`,
    [bases],
  );
  await proveSeeded(
    client,
    rows.map(({ id, kind, of, at, known }, n) => ({
      ...{ basisId: id, subject: { kind, id: of }, recordedAt: known.toISOString() },
      evidence: { ...EVIDENCE[n]!, givenAt: at.toISOString() },
    })),
  );
}
