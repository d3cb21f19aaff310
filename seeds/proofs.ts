// What shows the bases of invented people, sealed as it is for real ones: under keys that are made with the first of it.
import type { Client } from "pg";
import { ownerUnit } from "../src/database/owner";
import { personKeys } from "../src/keys/person-keys";
import { type Proof, sealedEvidence } from "../src/lawfulness/evidence";
import { insertRows } from "./records";

export type SeedProof = Proof & { recordedAt: string };

export async function proveSeeded(client: Client, proofs: readonly SeedProof[]): Promise<void> {
  const keys = await personKeys(
    ownerUnit(client),
    proofs.map(({ subject }) => subject),
  );
  await insertRows(
    client,
    "basis_evidence",
    proofs.map((proof) => ({
      ...{ lawful_basis_id: proof.basisId, subject_kind: proof.subject.kind },
      ...{ subject_id: proof.subject.id, recorded_at: proof.recordedAt },
      sealed: `\\x${sealedEvidence(keys.get(proof.subject.id)!, proof).toString("hex")}`,
    })),
  );
}
