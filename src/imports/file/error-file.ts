// The rows that are not in, as a CSV file: line, column, code and reason, and nothing of the rows themselves. A
// cell that a spreadsheet would take for a formula is neutralised.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { RowError } from "./records";
import { CannotImport } from "./send";

export type ErrorFile = {
  write(errors: readonly RowError[]): Promise<void>;
  close(): Promise<void>;
};

export async function openErrorFile(path: string): Promise<ErrorFile> {
  const file = createWriteStream(path, { mode: 0o600 });
  await once(file, "open").catch(() => {
    throw new CannotImport(`The error file can't be written: ${path}`);
  });
  const rows = stringify({
    header: true,
    columns: ["line", "column", "code", "reason"],
    escape_formulas: true,
  });
  rows.pipe(file);
  const isWritten = finished(file);
  isWritten.catch(() => undefined); // told when closing
  return {
    async write(errors) {
      for (const { line, column, code, reason } of errors) {
        if (!rows.write([line, column ?? "", code, reason])) await once(rows, "drain");
      }
    },
    async close() {
      rows.end();
      await isWritten;
    },
  };
}
