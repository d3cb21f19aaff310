// A row as somebody mended it. What the file says of a stop stands, whatever else is written: it goes with the address that
// is read in the end.
import { ImportField } from "./fields";
import { type Reading, reasonsIn, stopIn, type Understood, understand } from "./row";

/** What is read in a column instead of what the file says there, as long as the column is read as this field. */
export type MendedCell = { field: ImportField; column: number; text: string };
export type Mend = { isLeftOut: boolean; cells: readonly MendedCell[] };

export type ReadRow = { understood: Understood; cells: readonly string[] };

/** What a tool says of a person's own wishes is taken from the tool alone. */
export const NOT_MENDABLE: readonly ImportField[] = [
  ...[ImportField.STATUS, ImportField.OPTED_OUT, ImportField.UNSUBSCRIBED_AT],
  ...[ImportField.CLEANED_AT, ImportField.LEGAL_BASIS],
];

/** `written`: all that the line seems to hold, which of a broken one are more cells than are read. */
export function mended(
  reading: Reading,
  row: ReadRow,
  written: readonly string[],
  mend: Mend,
): ReadRow {
  const { row: number } = row.understood;
  if ("hash" in row.understood) return row;
  if (mend.isLeftOut) return { understood: { row: number, isLeftOut: true }, cells: row.cells };
  const cells = [...row.cells];
  for (const { field, column, text } of mend.cells)
    if (reading.mapping[field] === column) cells[column] = text;
  const told = [...reasonsIn(reading, written), ...reasonsIn(reading, cells)];
  const understood = stopIn(reading, number, cells, told) ?? understand(reading, number, cells);
  return { understood, cells };
}
