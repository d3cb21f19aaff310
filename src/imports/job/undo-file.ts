// What an import brought is taken back, from its end, by what it recorded: new people are closed, old names restored.
// Whoever was changed since stays as they are, and stops stay.
import { entryOf } from "../../audit/entries";
import { sql } from "../../database/sql";
import { unitOfWork } from "../../database/unit-of-work";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import { type ImportKind } from "../batch";
import { TARGETS } from "../bring-in";
import { askWhetherAllowed } from "../../jobs/on-whose-word";

const BATCH_ROWS = 1_000;

export async function undoFile(viewer: Viewer, importId: string): Promise<void> {
  for (;;) {
    await askWhetherAllowed(viewer);
    if (!(await undoBatch(viewer, importId))) return;
  }
}

type Undoing = { state: string; kind: ImportKind; undone_from: number };

/** Whether there may be more. */
const undoBatch = (viewer: Viewer, importId: string): Promise<boolean> =>
  unitOfWork(actorOf(viewer, "IMPORT"), async (unit) => {
    const [found] = await unit.run(
      sql`select state, kind, undone_from from imports where id = ${importId}::uuid for update`,
    );
    const undoing = found?.rows[0] as Undoing | undefined;
    if (undoing?.state !== "UNDOING") return false;
    const [asked] = await unit.run(
      sql`select row_number as row, subject_id as "subjectId"
        from rows_to_undo(${importId}::uuid, ${undoing.undone_from}::integer, ${BATCH_ROWS}::integer)`,
    );
    const rows = (asked?.rows ?? []) as { row: number; subjectId: string }[];
    if (!rows.length) {
      await unit.run(
        sql`update imports set state = 'UNDONE', ended_at = decision_time() where id = ${importId}::uuid`,
      );
      return false;
    }
    const [restored] = await unit.run(
      sql`select undo_imported as row from undo_imported(${importId}::uuid, ${rows.map(({ row }) => row)}::integer[])`,
    );
    const back = new Set(restored?.rows.map(({ row }) => row as number));
    const subjectIds = rows.filter(({ row }) => back.has(row)).map(({ subjectId }) => subjectId);
    const { kind } = TARGETS[undoing.kind];
    const entry = { action: "WRITE", operation: "importUndo", kind, subjectIds } as const;
    await unit.run(
      sql`update imports set undone_from = ${rows.at(-1)!.row}::integer, restored = restored + ${back.size}::integer,
          kept = kept + ${rows.length - back.size}::integer where id = ${importId}::uuid`,
      ...(back.size ? [entryOf(viewer, { ...entry, fields: ["name", "emailAddress"] })] : []),
    );
    return true;
  });
