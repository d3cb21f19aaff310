// What shows the bases of people, opened behind the walls with the keys of the tests' own process.
import type { Client } from "pg";
import { type Evidence, openedEvidence, type SealedProof } from "../../src/lawfulness/evidence";

export type Shown = { basisId: string; transition: string; evidence: Evidence | null };

/** The earliest first. */
export async function evidenceOf(database: Client, subjectId: string): Promise<Shown[]> {
  const { rows } = await database.query<SealedProof & { transition: string }>(
    `select e.lawful_basis_id as "basisId", e.subject_id as "subjectId", encode(e.sealed, 'hex') as sealed, e.unsealed,
       encode(k.wrapped, 'hex') as wrapped, l.transition
     from basis_evidence e join lawful_bases l on l.id = e.lawful_basis_id
       left join keys.person_keys k on k.subject_id = e.subject_id
     where e.subject_id = $1 order by l.recorded_at, l.id`,
    [subjectId],
  );
  return rows.map(({ transition, ...proof }) => ({
    ...{ basisId: proof.basisId, transition },
    evidence: openedEvidence(proof),
  }));
}
