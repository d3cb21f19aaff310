// Each night what stands on the records is compared with what follows from the ledger. A difference is a fault of ours: the
// job fails, and operators see it.
import { raw, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "../jobs/job-actor";
import { JobFailure } from "../jobs/reason";
import { SUBJECT_KINDS, type SubjectKind } from "./register";

const AT_ONCE = 10_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

export type Comparison = { compared: number; different: number };
type Batch = Comparison & { lastId: string | null };

/** Fails where a record may be processed for something else than its ledger says. */
export async function verifyLawfulness(): Promise<void> {
  const { different } = await compareDerivation();
  if (different) throw new JobFailure("LAWFULNESS_DIFFERS");
}

export async function compareDerivation(
  kinds: readonly SubjectKind[] = SUBJECT_KINDS,
): Promise<Comparison> {
  const sum = { compared: 0, different: 0 };
  for (const kind of kinds) {
    for (let after: string | null = FIRST; after !== null;) {
      const [found] = await inOneTrip(jobActor("job_deriver"), [
        sql`select last_id as "lastId", compared, different
          from compare_derivation(${kind}::subject_kind, ${after}::uuid, ${raw(String(AT_ONCE))})`,
      ]);
      const { lastId, compared, different } = found!.rows[0] as Batch;
      sum.compared += compared;
      sum.different += different;
      after = compared < AT_ONCE ? null : lastId;
    }
  }
  return sum;
}
