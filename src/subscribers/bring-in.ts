// The statements that bring subscribers in, any number at once: the records, the consent from the time of its
// confirmation on, and what shows it (GDPR Art. 7(1)).
import { type Fragment, sql } from "../database/sql";
import { newId } from "../database/uuid";

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

export function consentOf(
  rows: readonly NewSubscriber[],
  { source, wording }: ConsentTo,
): Fragment[] {
  if (!rows.length) return [];
  const ids = rows.map((row) => row.id);
  const bases = rows.map(() => newId());
  const confirmed = rows.map((row) => row.confirmedAt);
  return [
    sql`insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, effective_at)
      select b.id, 'SUBSCRIBER', b.subject_id, 'NEWSLETTER', 'CONSENT', b.confirmed_at
      from unnest(${bases}::uuid[], ${ids}::uuid[], ${confirmed}::timestamptz[]) as b (id, subject_id, confirmed_at)`,
    sql`insert into basis_evidence (lawful_basis_id, subject_kind, subject_id, source, wording, given_at, confirmed_at)
      select e.basis_id, 'SUBSCRIBER', e.subject_id, ${source}::text, ${wording}::text, e.given_at, e.confirmed_at
      from unnest(${bases}::uuid[], ${ids}::uuid[], ${rows.map((row) => row.optInAt)}::timestamptz[],
        ${confirmed}::timestamptz[]) as e (basis_id, subject_id, given_at, confirmed_at)`,
  ];
}
