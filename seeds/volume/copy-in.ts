// Rows on their way in, by COPY. Nothing is checked or derived on the way: whoever makes the rows makes them whole.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Cell>>;
/** By table. */
export type Batch = Readonly<Record<string, readonly Row[]>>;

/** In one transaction. */
export async function copyIn(client: Client, batch: Batch): Promise<void> {
  await client.query("begin");
  for (const [table, rows] of Object.entries(batch)) {
    if (!rows[0]) continue;
    const columns = Object.keys(rows[0]);
    const lines = rows.map((row) => columns.map((name) => written(row[name] ?? null)).join("\t"));
    const copy = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
    await pipeline(Readable.from([`${lines.join("\n")}\n`]), copy);
  }
  await client.query("commit");
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" },
};

function written(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "object") return `{${cell.join(",")}}`;
  return String(cell).replace(/[\\\n\r\t]/g, (sign) => SIGNS[sign]!);
}
