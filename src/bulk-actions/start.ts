// An action begins on the word of whoever looked at what it would do.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { bulkActionNow, type BulkActionInput, type BulkActionPayload, refused } from "./payload";
import { DRY_HOURS, isFresh } from "./prepare";
import { queueBulkAction } from "./queue";
import "./scope";

type Prepared = { state: string; isOwn: boolean; isFresh: boolean };

/** Repeating is harmless: one that has begun goes on as it does. */
export async function bulkActionStart(
  viewer: Viewer,
  { id }: BulkActionInput,
): Promise<BulkActionPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const fault = await unitOfWork(
    actorOf(viewer, "BULK_ACTION"),
    async (unit): Promise<UserError | null> => {
      const [found] = await unit.run(
        sql`select state, created_by = ${viewer.id}::uuid as "isOwn", ${isFresh()} as "isFresh" from bulk_actions
          where id = ${id}::uuid and ${reachOf(viewer, "bulk_actions")} for update`,
      );
      const row = found?.rows[0] as Prepared | undefined;
      if (!row) return notFound("id");
      const unfit = faultOf(row);
      if (unfit || row.state !== "DRY") return unfit;
      await unit.run(
        sql`update bulk_actions set state = 'QUEUED', started_at = decision_time(), acting_for = ${viewer.id}::uuid
          where id = ${id}::uuid`,
        queueBulkAction(id),
        entryOf(viewer, { action: "WRITE", operation: "bulkActionStart", kind: "BULK_ACTION" }),
      );
      return null;
    },
  );
  return fault ? refused(fault) : bulkActionNow(viewer, "bulkActionStart", id);
}

function faultOf({ state, isOwn, isFresh }: Prepared): UserError | null {
  if (!isOwn)
    return conflict("Only whoever looked at what it would do can begin. Prepare it yourself.");
  if (["QUEUED", "RUNNING", "DONE"].includes(state)) return null;
  if (state !== "DRY") return conflict("This action has ended. Prepare it anew.");
  return isFresh
    ? null
    : conflict(`It was looked at more than ${DRY_HOURS} hours ago. Prepare it anew.`);
}

const conflict = (message: string) => userError("CONFLICT", "id", message);
