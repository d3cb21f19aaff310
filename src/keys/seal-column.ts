// Seals the values of a column that are from before there were keys, in batches of one transaction each, beside a serving
// system. What is sealed waits no more, so a run that was interrupted goes on where it stood.
import type { Client } from "pg";
import { asOwner, ownerUnit } from "../database/owner";
import type { SubjectKind } from "../lawfulness/register";
import { randomBytesOf } from "./chance";
import { KEY_BYTES } from "./key-file";
import { personKeys, standingKeys } from "./person-keys";
import type { WaitingColumn } from "./sealed-columns";
import { type PersonKey, sealFor } from "./sealed-for-people";

/** `erased`: of people whose key was destroyed, whose values nothing opens any more. */
export type Sealed = { count: number; erased: number };

type Row = { id: string; subjectId: string; kind: SubjectKind; value: string };

export async function sealColumn(
  owner: Client,
  waitingColumn: WaitingColumn,
  batchSize = 500,
): Promise<Sealed> {
  const done: Sealed = { count: 0, erased: 0 };
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await asOwner(owner, async () => {
      const batch = await lockNext(owner, waitingColumn, after, batchSize);
      const keys = await keysOf(owner, batch);
      await store(owner, waitingColumn, batch, keys);
      for (const { subjectId } of batch) done[keys.has(subjectId) ? "count" : "erased"] += 1;
      return batch;
    });
    after = rows.at(-1)?.id ?? null;
    if (after === null) return done;
  }
}

/** How many values wait to be sealed: of everybody, or of one person. */
export async function countUnsealed(
  owner: Client,
  { table, unsealedColumn }: WaitingColumn,
  subjectId: string | null = null,
): Promise<number> {
  const { rows } = await asOwner(owner, () =>
    owner.query<{ count: string }>(
      `select count(*) as count from ${table} where ${unsealedColumn} is not null and ($1::uuid is null or subject_id = $1)`,
      [subjectId],
    ),
  );
  return Number(rows[0]!.count);
}

async function lockNext(
  owner: Client,
  { table, idColumn, unsealedColumn }: WaitingColumn,
  after: string | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await owner.query<Row>(
    `select ${idColumn} as id, subject_id as "subjectId", subject_kind as kind, ${unsealedColumn}::text as value
     from ${table} where ${unsealedColumn} is not null ${after === null ? "" : `and ${idColumn} > $2`}
     order by ${idColumn} limit $1 for update`,
    after === null ? [limit] : [limit, after],
  );
  return rows;
}

/** None for whoever was erased: a backup from before the sealing knows their values, and the key store that they are gone. */
async function keysOf(owner: Client, rows: readonly Row[]): Promise<Map<string, PersonKey>> {
  const unit = ownerUnit(owner);
  const standing = await standingKeys(
    unit,
    rows.map(({ subjectId }) => subjectId),
  );
  const living = rows.filter(({ subjectId }) => standing.get(subjectId) !== null);
  return personKeys(
    unit,
    living.map(({ subjectId, kind }) => ({ id: subjectId, kind })),
  );
}

async function store(
  owner: Client,
  { table, column, idColumn, unsealedColumn }: WaitingColumn,
  rows: readonly Row[],
  keys: ReadonlyMap<string, PersonKey>,
): Promise<void> {
  const sealed = rows.map(({ id, subjectId, value }) =>
    sealFor(
      keys.get(subjectId) ?? keptNowhere(subjectId),
      { table, column, id },
      Buffer.from(value),
    ),
  );
  await owner.query(
    `update ${table} t set ${column} = r.sealed, ${unsealedColumn} = null
     from unnest($1::uuid[], $2::bytea[]) as r (id, sealed) where t.${idColumn} = r.id`,
    [rows.map(({ id }) => id), sealed],
  );
}

const keptNowhere = (subjectId: string): PersonKey => ({
  subjectId,
  key: randomBytesOf(KEY_BYTES),
});
