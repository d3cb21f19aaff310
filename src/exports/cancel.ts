// Somebody ends an export: what is under way stops, and a file that is there is gone.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { exportNow, type ExportInput, type ExportPayload, refused } from "./payload";
import "./scope";

/** Repeating is harmless. */
export async function exportCancel(viewer: Viewer, { id }: ExportInput): Promise<ExportPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const fault = await unitOfWork(
    actorOf(viewer, "EXPORT"),
    async (unit): Promise<UserError | null> => {
      const [found] = await unit.run(
        sql`select state, file_id as "fileId" from exports
          where id = ${id}::uuid and ${reachOf(viewer, "exports")} and created_by = ${viewer.id}::uuid for update`,
      );
      const row = found?.rows[0] as { state: string; fileId: string | null } | undefined;
      if (!row) return notFound("id");
      if (row.state === "CANCELLED") return null;
      if (row.state === "FAILED")
        return userError("CONFLICT", "id", "This export has failed: there is nothing to end.");
      await unit.run(
        sql`update exports set state = 'CANCELLED', ended_at = decision_time(), expires_at = null where id = ${id}::uuid`,
        // its address opens nothing any more; the bytes go with the next sweep
        sql`update files set expires_at = least(expires_at, decision_time() + interval '1 second')
          where id = ${row.fileId}::uuid and ${reachOf(viewer, "files")}`,
        entryOf(viewer, { action: "WRITE", operation: "exportCancel", kind: "EXPORT" }),
      );
      return null;
    },
  );
  return fault ? refused(fault) : exportNow(viewer, "exportCancel", id);
}
