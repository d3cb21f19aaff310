// The statements that bring prospects in, any number at once: the records, the bases they are held on, and what
// shows a consent. Whoever was not told that we hold the data is marketed to for 30 days at most (GDPR Art. 14(3)).
import { type Fragment, raw, sql } from "../database/sql";
import { newId } from "../database/uuid";
import { type Proof, proveNew } from "../lawfulness/evidence";
import type { GivenAddress } from "./given-address";
import type { ProspectKind } from "./prospect";

/** Days in which a person is told of data that came from elsewhere (GDPR Art. 14(3)(a): a month at most). */
export const DAYS_TO_INFORM = 30;

export type NewProspect = {
  id: string;
  name: string;
  kind: ProspectKind;
  companyName: string | null;
  address: GivenAddress;
  source: string;
  informedOn: string | null;
  /** Null where the basis is legitimate interests. */
  consent: { wording: string; givenAt: string } | null;
};

/** The records, what they are held on, and what shows it. */
export function bringIn(prospects: readonly NewProspect[]): Fragment[] {
  if (!prospects.length) return [];
  if (!prospects.length) return [];
  const { statement, proofs } = holding(prospects);
  return [records(prospects), statement, ...proveNew(proofs)];
}

/** What records are held on that there are already, without a consent. */
export const basesOf = (prospects: readonly (NewProspect & { consent: null })[]): Fragment[] =>
  prospects.length ? [holding(prospects).statement] : [];

function holding(prospects: readonly NewProspect[]) {
  const marketing = prospects.map(({ id, informedOn, consent }) => ({
    ...{ basisId: newId(), id, purpose: "MARKETING_AND_SALES", isLimited: informedOn === null },
    ...{ basis: consent ? "CONSENT" : "LEGITIMATE_INTERESTS", from: consent?.givenAt ?? null },
  }));
  const improvement = prospects.map(({ id }) => ({
    ...{ basisId: newId(), id, purpose: "SERVICE_IMPROVEMENT", isLimited: false },
    ...{ basis: "LEGITIMATE_INTERESTS", from: null },
  }));
  const proofs = prospects.flatMap(({ id, source, consent }, index): Proof[] => {
    const { basisId } = marketing[index]!;
    const subject = { kind: "PROSPECT", id } as const;
    return consent ? [{ basisId, subject, evidence: { source, ...consent } }] : [];
  });
  return { statement: bases([...marketing, ...improvement]), proofs };
}

const records = (rows: readonly NewProspect[]) =>
  sql`insert into prospects (id, name, kind, company_name, email_address, email_canonical, email_hash, source, informed_on)
    select * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.name)}::text[],
      ${rows.map((r) => r.kind)}::prospect_kind[], ${rows.map((r) => r.companyName)}::text[],
      ${rows.map((r) => r.address.asGiven)}::text[], ${rows.map((r) => r.address.canonical)}::text[],
      ${rows.map((r) => r.address.hash)}::bytea[], ${rows.map((r) => r.source)}::text[],
      ${rows.map((r) => r.informedOn)}::date[])`;

type NewBasis = {
  basisId: string;
  id: string;
  purpose: string;
  basis: string;
  from: string | null;
  isLimited: boolean;
};
const bases = (rows: readonly NewBasis[]) =>
  sql`insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, effective_at, valid_until, ground)
    select b.id, 'PROSPECT', b.subject_id, b.purpose, b.lawful_basis, coalesce(b.effective_at, decision_time()),
      case when b.is_limited then decision_time() + interval '${raw(String(DAYS_TO_INFORM))} days' else 'infinity' end,
      case when b.is_limited then 'UNTIL_INFORMED'::basis_ground end
    from unnest(${rows.map((r) => r.basisId)}::uuid[], ${rows.map((r) => r.id)}::uuid[],
      ${rows.map((r) => r.purpose)}::purpose[], ${rows.map((r) => r.basis)}::lawful_basis[],
      ${rows.map((r) => r.from)}::timestamptz[], ${rows.map((r) => r.isLimited)}::boolean[])
      as b (id, subject_id, purpose, lawful_basis, effective_at, is_limited)`;
