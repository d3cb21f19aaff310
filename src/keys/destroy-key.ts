// Destroys the key of one person by the operator's hand: what is sealed under it can't be read again, here or in any backup
// that is older than the key store's own.
import type { Client } from "pg";
import { asOwner } from "../database/owner";
import { newId } from "../database/uuid";
import { countUnsealed } from "./seal-column";
import { waitingColumns } from "./sealed-columns";

/** What became of it, in one line, and whether the key is gone now. */
export type Destroyed = { isGone: boolean; line: string };

export async function destroyKey(owner: Client, subjectId: string): Promise<Destroyed> {
  for (const column of waitingColumns()) {
    if (await countUnsealed(owner, column, subjectId))
      return {
        isGone: false,
        line: `Nothing was destroyed: ${column.table} holds values of ${subjectId} that are not sealed. Run npm run keys -- seal first.`,
      };
  }
  return asOwner(owner, async () => {
    const { rowCount } = await owner.query("select destroy_person_keys(array[$1::uuid])", [
      subjectId,
    ]);
    if (rowCount) {
      await enter(owner, subjectId);
      // whoever repeats a request would be shown again what the first one showed
      await owner.query(
        "update idempotency_keys set answer = null, runs_until = least(runs_until, decision_time()) where answer is not null",
      );
      return {
        isGone: true,
        line: `The key of ${subjectId} was destroyed. What was sealed under it can't be read any more; dumps of the key store from before hold the key still.`,
      };
    }
    const { rows } = await owner.query<{ at: Date }>(
      "select destroyed_at as at from keys.person_keys where subject_id = $1",
      [subjectId],
    );
    return rows[0]
      ? {
          isGone: true,
          line: `The key of ${subjectId} was destroyed at ${rows[0].at.toISOString()} already.`,
        }
      : { isGone: false, line: `There is no key of ${subjectId}.` };
  });
}

/** In the same transaction: by whoever owns the database, which is no audience. */
const enter = (owner: Client, subjectId: string) =>
  owner.query(
    `insert into audit_entries (id, action, audience, purpose, operation, subject_kind, fields, subject_ids, row_count)
     select $1, 'WRITE', 'OWNER', 'LEGAL_OBLIGATIONS', 'keyDestroyed', subject_kind, '{key}', array[subject_id], 1
     from keys.person_keys where subject_id = $2`,
    [newId(), subjectId],
  );
