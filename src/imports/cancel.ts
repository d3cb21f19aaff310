// Somebody ends an import midway, or takes a whole one back. A batch that is under way is finished first.
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { importNow, type ImportInput, type ImportPayload, refused } from "./payload";
import { queueImport } from "./queue";

/** What it overwrote is forgotten then: the sweeper's policies say the same. */
export const UNDO_DAYS = 30;

type Change = {
  operation: "importCancel" | "importUndo";
  /** From which states, and where that leads. */
  from: readonly string[];
  to: "CANCELLED" | "UNDOING";
  otherwise: string;
};

/** Repeating is harmless. */
export const importCancel = (viewer: Viewer, input: ImportInput): Promise<ImportPayload> =>
  change(viewer, input, {
    ...{ operation: "importCancel", to: "CANCELLED" },
    from: ["PREPARED", "QUEUED", "RUNNING"],
    otherwise: "This import has ended. Undo it to take back what it brought.",
  });

/** Takes back what nobody changed since, from the end of the file. Stops that it brought stay. */
export const importUndo = (viewer: Viewer, input: ImportInput): Promise<ImportPayload> =>
  change(viewer, input, {
    ...{ operation: "importUndo", to: "UNDOING" },
    from: ["DONE", "CANCELLED", "FAILED"],
    otherwise: "This import is not at an end. Cancel it first.",
  });

async function change(
  viewer: Viewer,
  { id }: ImportInput,
  { operation, from, to, otherwise }: Change,
): Promise<ImportPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const fault = await unitOfWork(
    actorOf(viewer, "IMPORT"),
    async (unit): Promise<UserError | null> => {
      const [found] = await unit.run(
        sql`select state, started_at is not null as "hasBegun",
            ended_at < decision_time() - make_interval(days => ${UNDO_DAYS}) as "isLong" from imports where id = ${id}::uuid for update`,
      );
      const row = found?.rows[0] as
        { state: string; hasBegun: boolean; isLong: boolean | null } | undefined;
      if (!row) return notFound("id");
      const { state, hasBegun } = row;
      if (state === to || (to === "UNDOING" && state === "UNDONE")) return null;
      if (!from.includes(state) || (to === "UNDOING" && !hasBegun))
        return userError("CONFLICT", "id", otherwise);
      if (to === "UNDOING" && row.isLong)
        return userError("CONFLICT", "id", `An import can be undone for ${UNDO_DAYS} days.`);
      await unit.run(
        to === "CANCELLED"
          ? sql`update imports set state = 'CANCELLED', ended_at = decision_time() where id = ${id}::uuid`
          : sql`update imports set state = 'UNDOING', acting_for = ${viewer.id}::uuid, failure = null where id = ${id}::uuid`,
        ...(to === "UNDOING" ? [queueImport(id)] : []),
        entryOf(viewer, { action: "WRITE", operation, kind: "IMPORT" }),
      );
      return null;
    },
  );
  return fault ? refused(fault) : importNow(viewer, operation, id);
}
