// The statements that bring subscribers in, any number at once: the records, the consent from the time of its
// confirmation on, and what shows it (GDPR Art. 7(1)).
import { type Fragment, sql } from "../database/sql";
import { newId } from "../database/uuid";
import type { Proof } from "../lawfulness/evidence";

export type NewSubscriber = {
  id: string;
  name: string;
  address: { asGiven: string; canonical: string; hash: Buffer };
  optInAt: string | null;
  confirmedAt: string;
};

export type ConsentTo = { source: string; wording: string | null };

/** The records alone: without a consent of the same unit of work none is kept. */
export const bringInSubscribers = (rows: readonly NewSubscriber[]): Fragment[] =>
  rows.length
    ? [
        sql`insert into subscribers (id, name, email_address, email_canonical, email_hash)
          select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.name)}::text[],
            ${rows.map((row) => row.address.asGiven)}::text[],
            ${rows.map((row) => row.address.canonical)}::text[], ${rows.map((row) => row.address.hash)}::bytea[])`,
      ]
    : [];

/** The statement of their consents, and what shows each, to be proved behind it. */
export function consentOf(
  rows: readonly NewSubscriber[],
  origin: ConsentTo,
): { statements: Fragment[]; proofs: Proof[] } {
  if (!rows.length) return { statements: [], proofs: [] };
  const proofs = rows.map(({ id, optInAt, confirmedAt }): Proof => ({
    ...{ basisId: newId(), subject: { kind: "SUBSCRIBER", id } },
    evidence: { ...origin, givenAt: optInAt, confirmedAt },
  }));
  const bases = proofs.map(({ basisId }) => basisId);
  const ids = rows.map((row) => row.id);
  const statement = sql`insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, effective_at)
    select b.id, 'SUBSCRIBER', b.subject_id, 'NEWSLETTER', 'CONSENT', b.confirmed_at
    from unnest(${bases}::uuid[], ${ids}::uuid[], ${rows.map((row) => row.confirmedAt)}::timestamptz[])
      as b (id, subject_id, confirmed_at)`;
  return { statements: [statement], proofs };
}
