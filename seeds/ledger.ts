// The story's ledger of bases: what each record is held on, what shows it, and what ended it. Purposes are
// never written here: the database derives them from these rows.
import type { Client } from "pg";
import type { LawfulBasis, Purpose } from "../src/lawfulness/purposes";
import type { SubjectKind } from "../src/lawfulness/register";
import { insertRows } from "./insert-rows";
import { randomFor } from "./random";

export type Subject = { kind: SubjectKind; id: string; customerId: string | null };
export type Evidence = { source: string; wording: string; givenAt: number; confirmedAt?: number };
export type Transition = "WITHDRAWN" | "OBJECTED" | "CONTRACT_ENDED";
export type Ending = { transition: Transition; at: number };

export type Held = {
  purpose: Purpose;
  basis: LawfulBasis;
  from: number;
  validUntil?: number;
  evidence?: Evidence;
  ended?: Ending | null;
};

export type Ledger = {
  hold(subject: Subject, ...held: Held[]): void;
  write(client: Client): Promise<void>;
};

export function openLedger(): Ledger {
  const random = randomFor("bases");
  const bases: Record<string, unknown>[] = [];
  const evidence: Record<string, unknown>[] = [];

  function holdOne({ kind, id, customerId }: Subject, held: Held) {
    const row = (at: number) => ({
      id: random.id(at),
      subjectKind: kind,
      subjectId: id,
      customerId,
      purpose: held.purpose,
      lawfulBasis: held.basis,
      transition: "ESTABLISHED",
      ends: null as string | null,
      effectiveAt: new Date(at),
      validUntil: "infinity",
      recordedAt: new Date(at),
    });
    const basis = row(held.from);
    if (held.validUntil) basis.validUntil = new Date(held.validUntil).toISOString();
    bases.push(basis);
    if (held.evidence) evidence.push(evidenceRow(basis.id, { kind, id }, held.evidence));
    const { ended } = held;
    if (ended) bases.push({ ...row(ended.at), transition: ended.transition, ends: basis.id });
  }

  return {
    hold: (subject, ...held) => held.forEach((one) => holdOne(subject, one)),
    // One statement for all of them, so that each record's purposes are derived once.
    write: async (client) => {
      await insertRows(client, "lawful_bases", bases);
      await insertRows(client, "basis_evidence", evidence);
    },
  };
}

function evidenceRow(
  lawfulBasisId: string,
  subject: { kind: SubjectKind; id: string },
  { source, wording, givenAt, confirmedAt = givenAt }: Evidence,
) {
  return {
    lawfulBasisId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    source,
    wording,
    givenAt: new Date(givenAt),
    confirmedAt: new Date(confirmedAt),
    recordedAt: new Date(confirmedAt),
  };
}
