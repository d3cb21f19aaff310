// What shows a basis: where it is from, what was said or shown, when, and under which version of the notice. It lies apart
// from the ledger, sealed under the person's key, so that it goes with the key and the ledger stays as it is.
import { type Fragment, sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import { type KeyOwner, kept, newKeys, personKey, personKeys } from "../keys/person-keys";
import { evidenceOf } from "../keys/sealed-columns";
import { openFor, type PersonKey, sealFor } from "../keys/sealed-for-people";

/** Instants are ISO texts. */
export type Evidence = {
  source: string;
  wording?: string | null;
  givenAt?: string | null;
  confirmedAt?: string | null;
  noticeVersion?: string | null;
};

/** A basis, the record it is about, and what shows it. */
export type Proof = { basisId: string; subject: KeyOwner; evidence: Evidence };

/** Keeps what shows bases of people who are made in the same unit of work, with their keys; behind the bases. */
export function proveNew(proofs: readonly Proof[]): Fragment[] {
  if (!proofs.length) return [];
  const keys = newKeys(proofs.map(({ subject }) => subject));
  return [kept(keys), evidence(proofs, new Map(keys.map((key) => [key.subjectId, key])))];
}

/** The same for people who may have a key already. Throws KeyDestroyed where somebody's was destroyed. */
export async function prove(unit: Unit, proofs: readonly Proof[]): Promise<void> {
  if (!proofs.length) return;
  const keys = await personKeys(
    unit,
    proofs.map(({ subject }) => subject),
  );
  await unit.run(evidence(proofs, keys));
}

const evidence = (proofs: readonly Proof[], keys: ReadonlyMap<string, PersonKey>) =>
  sql`insert into basis_evidence (lawful_basis_id, subject_kind, subject_id, sealed)
    select * from unnest(${proofs.map(({ basisId }) => basisId)}::uuid[],
      ${proofs.map(({ subject }) => subject.kind)}::subject_kind[],
      ${proofs.map(({ subject }) => subject.id)}::uuid[],
      ${proofs.map((proof) => sealedEvidence(keys.get(proof.subject.id.toLowerCase())!, proof))}::bytea[])`;

export const sealedEvidence = (
  key: PersonKey,
  { basisId, evidence }: Pick<Proof, "basisId" | "evidence">,
): Buffer => sealFor(key, evidenceOf(basisId), Buffer.from(JSON.stringify(evidence)));

/** As it is read beside a row of the ledger; bytes are hexadecimal. */
export type SealedProof = {
  basisId: string;
  subjectId: string;
  sealed: string | null;
  /** From before there were keys. */
  unsealed: Evidence | null;
  wrapped: string | null;
};

/** What shows the row of `lawful_bases` under the alias given, as text of JSON; null where nothing does. */
export const proofAsJson = (alias: string): string =>
  `(select json_build_object('basisId', e.lawful_basis_id, 'subjectId', e.subject_id, 'sealed', encode(e.sealed, 'hex'),
      'unsealed', e.unsealed, 'wrapped', encode(k.wrapped, 'hex'))
    from basis_evidence e left join keys.person_keys k on k.subject_id = e.subject_id
    where e.lawful_basis_id = ${alias}.id)`;

/** Null where it was erased: the person's key is gone. */
export function openedEvidence(proof: SealedProof): Evidence | null {
  const { basisId, subjectId, sealed, unsealed, wrapped } = proof;
  if (sealed === null) return unsealed;
  const key = personKey(subjectId, wrapped === null ? null : Buffer.from(wrapped, "hex"));
  const opened = openFor(key, evidenceOf(basisId), Buffer.from(sealed, "hex"));
  return opened && (JSON.parse(opened.toString()) as Evidence);
}
