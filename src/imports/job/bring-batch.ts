// One batch of an import: its people, what shows their consent, the stops, the trail and the progress are one unit of
// work, done once by its number, whoever tries it again.
import { sql } from "../../database/sql";
import { type Unit, unitOfWork } from "../../database/unit-of-work";
import { againAfterRace } from "../../prospects/race";
import { whileSuppressing } from "../../subscribers/closed-addresses";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import type { ImportKind, ImportRefusal } from "../batch";
import { bringPeopleIn, type Brought, type Origin, TARGETS } from "../bring-in";
import type { Person } from "../check-row";
import type { Stopped } from "../tools/row";
import { leavesOneList } from "../tools/status";

export type Batch = {
  number: number;
  people: Person[];
  stopped: Stopped[];
  refused: ImportRefusal[];
  /** Rows read since the file's beginning, this batch included, and bytes. */
  rowsRead: number;
  bytesRead: number;
};

export type Importing = { id: string; kind: ImportKind; origin: Origin; startedAt: string };

/** False where somebody ended the import meanwhile, or another worker went on with it. */
export const bringBatchIn = (viewer: Viewer, of: Importing, batch: Batch): Promise<boolean> =>
  againAfterRace(() =>
    unitOfWork(actorOf(viewer, TARGETS[of.kind].kind), async (unit) => {
      if (!(await isNext(unit, of, batch))) return false;
      const stopped = batch.stopped.length ? await stop(unit, of.kind, batch.stopped) : 0;
      const { kind: importKind, origin } = of;
      const operation = "importContacts";
      const brought = await bringPeopleIn(
        unit,
        { viewer, importKind, origin, operation, since: of.startedAt },
        batch.people,
      );
      await unit.run(...trailOf(of, batch, brought), progressOf(of, batch, brought, stopped));
      return true;
    }),
  );

async function isNext(unit: Unit, { id }: Importing, { number }: Batch): Promise<boolean> {
  const [found] = await unit.run(
    sql`select state, batches_done from imports where id = ${id}::uuid for update`,
  );
  const { state, batches_done: done } = found?.rows[0] ?? {};
  return state === "RUNNING" && done === number;
}

/** Before anybody is brought in: a stop wins over what other rows of the file say. */
async function stop(unit: Unit, importKind: ImportKind, stopped: Stopped[]): Promise<number> {
  const { mailedFor } = TARGETS[importKind];
  const [, closed] = await unit.run(
    whileSuppressing(),
    sql`select from suppress_all(${stopped.map(({ hash }) => hash)}::bytea[],
      ${stopped.map(({ reason }) => (leavesOneList(reason) ? mailedFor : null))}::purpose[],
      ${stopped.map(({ reason }) => reason)}::text[])`,
  );
  return closed?.rowCount ?? 0;
}

function trailOf({ id, kind }: Importing, batch: Batch, { added, changed, refused }: Brought) {
  const rows = [
    ...added.map((each) => ({ ...each, outcome: "ADDED", oldName: null })),
    ...changed.map((each) => ({ ...each, outcome: "CHANGED" })),
  ];
  const refusals = [...batch.refused, ...refused];
  return [
    sql`insert into import_rows (import_id, subject_kind, row_number, subject_id, outcome, old_name, new_name)
      select ${id}::uuid, ${TARGETS[kind].kind}::subject_kind, * from unnest(${rows.map(({ row }) => row)}::integer[],
        ${rows.map(({ id: subject }) => subject)}::uuid[], ${rows.map(({ outcome }) => outcome)}::import_outcome[],
        ${rows.map(({ oldName }) => oldName)}::text[], ${rows.map(({ name }) => name)}::text[])`,
    sql`insert into import_refusals (import_id, row_number, field, code, message)
      select ${id}::uuid, * from unnest(${refusals.map(({ row }) => row)}::integer[],
        ${refusals.map(({ column }) => column)}::text[], ${refusals.map(({ code }) => code)}::text[],
        ${refusals.map(({ message }) => message)}::text[]) on conflict do nothing`,
  ];
}

const progressOf = (
  { id }: Importing,
  batch: Batch,
  { added, changed, unchanged, refused }: Brought,
  stopped: number,
) => {
  const already = batch.stopped.length - stopped;
  return sql`update imports set batches_done = batches_done + 1, rows_read = ${batch.rowsRead}::integer,
      bytes_read = ${batch.bytesRead}::integer, added = added + ${added.length}::integer,
      changed = changed + ${changed.length}::integer, unchanged = unchanged + ${unchanged + already}::integer,
      stopped = stopped + ${stopped}::integer, refused = refused + ${batch.refused.length + refused.length}::integer
    where id = ${id}::uuid`;
};
