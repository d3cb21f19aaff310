// Rows that were mended, as they are kept: sealed under a key made from that of their file, each bound to its import and row.
import { type Fragment, sql } from "../database/sql";
import { keyBeside, type ReadableFile } from "../files/files";
import { ownFiles } from "../files/own-files";
import { decrypt, encrypt } from "../keys/box";
import { joined, uint32 } from "../keys/parts";
import type { Viewer } from "../viewer/viewer";
import type { Mend, MendedCell } from "./tools/mended";

/** By the number of the row. */
export type Mends = ReadonlyMap<number, Mend>;

/** Whoever may read the file may read what was mended of it. */
export const mendsOf = (viewer: Viewer, importId: string): Fragment =>
  sql`select row_number as row, is_left_out as "isLeftOut", sealed
    from import_mends m join ${ownFiles(viewer)} f on f.id = m.file_id where import_id = ${importId}::uuid`;

export type Sealed = { row: number; isLeftOut: boolean; sealed: Buffer | null };

export function openMends(file: ReadableFile, importId: string, kept: readonly Sealed[]): Mends {
  if (!kept.length) return new Map();
  const key = keyBeside(file, USE);
  const cellsIn = ({ row, sealed }: Sealed) =>
    sealed
      ? (JSON.parse(decrypt(key, bindingOf(importId, row), sealed).toString()) as MendedCell[])
      : [];
  return new Map(
    kept.map((each) => [each.row, { isLeftOut: each.isLeftOut, cells: cellsIn(each) }]),
  );
}

/** Null where the row is left out: then there is nothing to keep. */
export const sealMend = (
  file: ReadableFile,
  importId: string,
  row: number,
  { isLeftOut, cells }: Mend,
): Buffer | null =>
  isLeftOut
    ? null
    : encrypt(keyBeside(file, USE), bindingOf(importId, row), Buffer.from(JSON.stringify(cells)));

const USE = "mended rows";
const bindingOf = (importId: string, row: number) => joined([USE, importId, uint32(row)]);
