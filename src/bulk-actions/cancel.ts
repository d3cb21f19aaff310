// Somebody ends an action midway, or takes a whole one back. A batch that is under way is finished first.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { type Fragment, sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { UNDO_DAYS } from "./bulk-action";
import { bulkActionNow, type BulkActionInput, type BulkActionPayload, refused } from "./payload";
import { queueBulkAction } from "./queue";
import "./scope";

type Row = { state: string; hasChanges: boolean; isLong: boolean | null };
type Change = {
  operation: "bulkActionCancel" | "bulkActionUndo";
  /** Where it leads, or has led. */
  isSo: readonly string[];
  unfit(row: Row): string | null;
  statements(viewer: Viewer, id: string): Fragment[];
};

/** Repeating is harmless. Whom it would have been about is forgotten at once. */
export const bulkActionCancel = (viewer: Viewer, input: BulkActionInput) =>
  change(viewer, input, {
    ...{ operation: "bulkActionCancel", isSo: ["CANCELLED"] },
    unfit: ({ state }) =>
      ["DRY", "QUEUED", "RUNNING"].includes(state)
        ? null
        : "This action has ended. Undo it to take back what it changed.",
    statements: (_, id) => [
      sql`update bulk_actions set state = 'CANCELLED', ended_at = decision_time() where id = ${id}::uuid`,
      sql`delete from bulk_action_batches where bulk_action_id = ${id}::uuid`,
    ],
  });

/** Gives back what was before, to everybody whom nobody changed since. */
export const bulkActionUndo = (viewer: Viewer, input: BulkActionInput) =>
  change(viewer, input, {
    ...{ operation: "bulkActionUndo", isSo: ["UNDOING", "UNDONE"] },
    unfit: ({ state, hasChanges, isLong }) => {
      if (!["DONE", "CANCELLED", "FAILED"].includes(state))
        return "This action is not at an end. Cancel it first.";
      if (!hasChanges) return "This action changed nobody: there is nothing to take back.";
      return isLong ? `An action can be undone for ${UNDO_DAYS} days.` : null;
    },
    statements: (viewer, id) => [
      sql`update bulk_actions set state = 'UNDOING', acting_for = ${viewer.id}::uuid, failure = null where id = ${id}::uuid`,
      queueBulkAction(id),
    ],
  });

async function change(
  viewer: Viewer,
  { id }: BulkActionInput,
  { operation, isSo, unfit, statements }: Change,
): Promise<BulkActionPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const fault = await unitOfWork(
    actorOf(viewer, "BULK_ACTION"),
    async (unit): Promise<UserError | null> => {
      const [found] = await unit.run(
        sql`select state, changed > restored + kept as "hasChanges",
            ended_at < decision_time() - make_interval(days => ${UNDO_DAYS}) as "isLong"
          from bulk_actions where id = ${id}::uuid and ${reachOf(viewer, "bulk_actions")} for update`,
      );
      const row = found?.rows[0] as Row | undefined;
      if (!row) return notFound("id");
      if (isSo.includes(row.state)) return null;
      const otherwise = unfit(row);
      if (otherwise) return userError("CONFLICT", "id", otherwise);
      await unit.run(
        ...statements(viewer, id),
        entryOf(viewer, { action: "WRITE", operation, kind: "BULK_ACTION" }),
      );
      return null;
    },
  );
  return fault ? refused(fault) : bulkActionNow(viewer, operation, id);
}
