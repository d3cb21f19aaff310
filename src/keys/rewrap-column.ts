// Brings a column's values under the newest master key, in batches of one transaction each. What is done is known by
// how it begins, so a run that was interrupted goes on where it stood.
import type { Client } from "pg";
import { asOwner } from "../database/owner";
import { CannotOpen } from "./box";
import { headerOf, rewrap } from "./envelope";
import { newestMasterKey } from "./master-key";
import type { SealedColumn } from "./sealed-columns";

/** `unopened` are the ids of rows whose value stays as it is: no key of ours opens it. */
export type Rewrapped = { count: number; unopened: string[] };

type Row = { id: string; sealed: Buffer };

export async function rewrapColumn(
  owner: Client,
  sealedColumn: SealedColumn,
  batchSize = 500,
): Promise<Rewrapped> {
  const done: Rewrapped = { count: 0, unopened: [] };
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await asOwner(owner, async () => {
      const batch = await lockNext(owner, sealedColumn, after, batchSize);
      const rewrapped = batch.flatMap((row) => rewrappedRow(sealedColumn, row, done.unopened));
      await store(owner, sealedColumn, rewrapped);
      done.count += rewrapped.length;
      return batch;
    });
    after = rows.at(-1)?.id ?? null;
    if (after === null) return done;
  }
}

/** Locked, so that a value which somebody changes meanwhile is not written over. */
async function lockNext(
  owner: Client,
  { table, column, idColumn }: SealedColumn,
  after: string | null,
  limit: number,
): Promise<Row[]> {
  const newest = headerOf(newestMasterKey().version);
  const { rows } = await owner.query<Row>(
    `select ${idColumn}::text as id, ${column} as sealed from ${table}
     where ${column} is not null and substring(${column} from 1 for ${newest.length}) <> $1
       ${after === null ? "" : `and ${idColumn} > $3`}
     order by ${idColumn} limit $2 for update`,
    after === null ? [newest, limit] : [newest, limit, after],
  );
  return rows;
}

function rewrappedRow({ table, column }: SealedColumn, { id, sealed }: Row, unopened: string[]) {
  try {
    return [{ id, sealed: rewrap({ table, column, id }, sealed) }];
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    unopened.push(id);
    return [];
  }
}

async function store(owner: Client, { table, column, idColumn }: SealedColumn, rows: Row[]) {
  await owner.query(
    `update ${table} t set ${column} = r.sealed
     from unnest($1::uuid[], $2::bytea[]) as r (id, sealed) where t.${idColumn} = r.id`,
    [rows.map(({ id }) => id), rows.map(({ sealed }) => sealed)],
  );
}
