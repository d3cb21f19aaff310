// Brings in any number of rows of one table with one statement. Names come from this program alone.
import type { Client } from "pg";
import { snakeCase } from "../src/database/sql";

type Row = Readonly<Record<string, unknown>>;

export async function insertRows(client: Client, table: string, rows: readonly Row[]) {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(snakeCase).join(", ");
  await client.query(
    `insert into ${table} (${columns})
     select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows.map(inColumns))],
  );
}

const inColumns = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]));
