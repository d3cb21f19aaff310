// Rows on their way in, past no trigger and no check: what is derived is derived by the database itself. Guarded tables
// take no COPY, not even their owner's: it goes through a table that ends with the transaction.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Cell>>;
/** Tables in the order in which they are written. */
export type Batch = Readonly<Record<string, readonly Row[]>>;

/** In a transaction of the role `owner`, which may make no tables beside its own: the login behind it can. */
export async function copyIn(client: Client, batch: Batch): Promise<void> {
  for (const [table, rows] of Object.entries(batch)) {
    if (!rows[0]) continue;
    const columns = Object.keys(rows[0]);
    const names = columns.join(", ");
    const lines = rows.map((row) => columns.map((name) => written(row[name] ?? null)).join("\t"));
    await client.query(`set local role none;
      create temporary table staged (${await typed(client, table, columns)}) on commit drop;
      grant all on staged to owner; set local role owner`);
    const copy = client.query(copyFrom(`copy staged (${names}) from stdin`));
    await pipeline(Readable.from([`${lines.join("\n")}\n`]), copy);
    await client.query(
      `insert into ${table} (${names}) select ${names} from staged; set local role none; drop table staged; set local role owner`,
    );
  }
}

async function typed(client: Client, table: string, columns: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ') as columns
     from pg_attribute where attrelid = $1::regclass and attname = any ($2)`,
    [table, columns],
  );
  return rows[0]!.columns;
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" },
};

function written(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "object") return `{${cell.join(",")}}`;
  return String(cell).replace(/[\\\n\r\t]/g, (sign) => SIGNS[sign]!);
}
