// The rows at the beginning of a file, looked at as the import would: with what was mended, and nothing is written.
import { setImmediate as othersTurn } from "node:timers/promises";
import { raw, sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import { ownFiles } from "../files/own-files";
import type { Viewer } from "../viewer/viewer";
import type { ImportKind } from "./batch";
import { planFor } from "./bring-in";
import { type Mends, mendsOf, openMends, type Sealed } from "./mends";
import type { Plan } from "./plan";
import { type ImportCell, ImportPrediction, type ImportPreviewRow } from "./preview-row";
import { isRefusal, type Row, rowsOf } from "./reading";
import type { ImportField, Mapping } from "./tools/fields";

/** Rows that are looked at, and bytes: a file may be of any length, and somebody waits. */
export const LOOKED_AT_ROWS = 10_000;
const LOOKED_AT_BYTES = 16_000_000;
/** After so many, whoever else waits for this process has a turn. */
const ROWS_AT_ONCE = 200;

export type Prepared = {
  id: string;
  state: string;
  createdBy: string;
  file: { id: string; sealedKey: Buffer } | null;
  encoding: string;
  delimiter: string;
  kind: ImportKind;
  mapping: Mapping;
  columns: string[];
  confirmedAt: string | null;
  mends: Mends;
};
/** One of which the file is there. */
export type Readable = Prepared & { file: NonNullable<Prepared["file"]> };

type Asked = { id: string; isHeld?: boolean };

/** `isHeld`: nobody else changes it until the unit ends. */
export async function preparedOf(
  viewer: Viewer,
  unit: Unit,
  { id, isHeld = false }: Asked,
): Promise<Prepared | null> {
  const [found, kept] = await unit.run(
    sql`select i.id, state, created_by as "createdBy", f.id as "fileId", f.data_key as "sealedKey", encoding, delimiter,
        kind, mapping, columns, confirmed_at as "confirmedAt"
      from imports i left join ${ownFiles(viewer)} f on f.id = i.file_id where i.id = ${id}::uuid
      ${raw(isHeld ? "for update of i" : "")}`,
    mendsOf(viewer, id),
  );
  const row = found?.rows[0] as
    (Prepared & { fileId: string; sealedKey: Buffer | null }) | undefined;
  if (!row) return null;
  const file = row.sealedKey && { id: row.fileId, sealedKey: row.sealedKey };
  const mends = file ? openMends(file, id, (kept?.rows ?? []) as Sealed[]) : new Map();
  return { ...row, file, mends };
}

export const isReadable = (prepared: Prepared | null): prepared is Readable => !!prepared?.file;

/** `hasAll`: whether no row follows. */
export type Looked = { rows: Row[]; hasAll: boolean };

/** The first rows, until it `isEnough`. */
export async function look(
  prepared: Readable,
  isEnough: (rows: readonly Row[]) => boolean,
): Promise<Looked> {
  const rows: Row[] = [];
  let bytes = 0;
  for await (const row of rowsOf(prepared, (read) => (bytes = read))) {
    if (rows.length === LOOKED_AT_ROWS || bytes > LOOKED_AT_BYTES || isEnough(rows))
      return { rows, hasAll: false };
    rows.push(row);
    if (rows.length % ROWS_AT_ONCE === 0) await othersTurn();
  }
  return { rows, hasAll: true };
}

export type Told = Pick<ImportPreviewRow, "prediction" | "code" | "message">;

/** What would become of rows, by their numbers; of those that are not told, nothing new. */
export async function predict(
  viewer: Viewer,
  unit: Unit,
  kind: ImportKind,
  rows: readonly Row[],
): Promise<Map<number, Told>> {
  const people = rows.flatMap(({ understood }) => ("address" in understood ? [understood] : []));
  const plan = await planFor(viewer, unit, kind, people, { isForGood: false });
  const planned = predictionsIn(plan);
  return new Map(rows.map(({ understood }) => [understood.row, predictionOf(understood, planned)]));
}

const told = (prediction: ImportPrediction): Told => ({ prediction, code: null, message: null });

function predictionsIn({ add, rename, refused }: Plan): Map<number, Told> {
  return new Map([
    ...add.map(({ row }) => [row, told(ImportPrediction.NEW)] as const),
    ...rename.map(({ row }) => [row, told(ImportPrediction.CHANGED)] as const),
    ...refused.map(({ row, code, message }) => {
      const isClosed = code === "ADDRESS_CLOSED";
      const prediction = isClosed ? ImportPrediction.SUPPRESSED : ImportPrediction.REFUSED;
      return [row, { prediction, code, message }] as const;
    }),
  ]);
}

function predictionOf(understood: Row["understood"], planned: ReadonlyMap<number, Told>): Told {
  if (isRefusal(understood)) {
    const { code, message } = understood;
    return { prediction: ImportPrediction.REFUSED, code, message };
  }
  if ("isLeftOut" in understood) return told(ImportPrediction.LEFT_OUT);
  if (!("address" in understood)) return told(ImportPrediction.STOPPED);
  return planned.get(understood.row) ?? told(ImportPrediction.UNCHANGED);
}

export const shown = (mapping: Mapping, row: Row, prediction: Told): ImportPreviewRow => ({
  row: row.understood.row,
  cells: cellsOf(mapping, row.cells),
  isMended: row.asWritten !== undefined,
  ...prediction,
});

const CELL_MAXIMUM = 200;
const cellsOf = (mapping: Mapping, cells: readonly string[]): ImportCell[] =>
  (Object.entries(mapping) as [ImportField, number][])
    .sort(([, one], [, other]) => one - other)
    .map(([field, column]) => ({ field, text: (cells[column] ?? "").slice(0, CELL_MAXIMUM) }));
