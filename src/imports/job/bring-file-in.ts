// A whole file, batch by batch. Started again after whatever ended it, it reads over what is in and goes on behind it.
import { reachOf } from "../../access/scope";
import { sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { ownFiles } from "../../files/own-files";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import type { ImportKind } from "../batch";
import { duplicate } from "../check-row";
import { seenAddresses } from "../file/seen-addresses";
import { type Mends, mendsOf, openMends, type Sealed } from "../mends";
import { isRefusal, rowsOf } from "../reading";
import type { Mapping } from "../tools/fields";
import type { Understood } from "../tools/row";
import { askWhetherAllowed, CannotGoOn } from "../../jobs/on-whose-word";
import { type Batch, bringBatchIn, type Importing } from "./bring-batch";
import { keepErrors } from "./keep-errors";

export const BATCH_ROWS = 2_000;

type Begun = {
  fileId: string;
  sealedKey: Buffer;
  encoding: string;
  delimiter: string;
  kind: ImportKind;
  mapping: Mapping;
  confirmedAt: string | null;
  source: string;
  wording: string | null;
  startedAt: string;
  batchesDone: number;
  rowsRead: number;
  mends: Mends;
};

export async function bringFileIn(viewer: Viewer, importId: string): Promise<void> {
  await askWhetherAllowed(viewer);
  const begun = await begin(viewer, importId);
  if (!begun) return;
  const { kind, source, wording, startedAt } = begun;
  const of: Importing = { id: importId, kind, startedAt, origin: { source, wording } };
  for await (const batch of batchesOf(begun)) {
    await askWhetherAllowed(viewer);
    if (!(await bringBatchIn(viewer, of, batch))) return;
  }
  await end(viewer, importId);
}

async function begin(viewer: Viewer, importId: string): Promise<Begun | null> {
  const [, found, kept] = await inOneTrip(actorOf(viewer, "IMPORT"), [
    sql`update imports set state = 'RUNNING'
      where id = ${importId}::uuid and state in ('QUEUED', 'RUNNING')`,
    sql`select f.id as "fileId", f.data_key as "sealedKey", encoding, delimiter, kind, mapping, source, wording,
        confirmed_at as "confirmedAt", batches_done as "batchesDone",
        started_at as "startedAt", rows_read as "rowsRead"
      from imports i left join ${ownFiles(viewer)} f on f.id = i.file_id where i.id = ${importId}::uuid and i.state = 'RUNNING'`,
    mendsOf(viewer, importId),
  ]);
  const begun = found?.rows[0] as Omit<Begun, "mends"> | undefined;
  if (!begun) return null;
  const { fileId, sealedKey } = begun;
  if (!sealedKey) throw new CannotGoOn("The file is gone. Send it anew.");
  const file = { id: fileId, sealedKey };
  return { ...begun, mends: openMends(file, importId, (kept?.rows ?? []) as Sealed[]) };
}

/** The batches that are still to be brought in. Of two rows with one address the first counts, however far apart. */
async function* batchesOf(begun: Begun): AsyncGenerator<Batch> {
  const { fileId, sealedKey, confirmedAt, rowsRead: behind, batchesDone } = begun;
  const seen = seenAddresses();
  let bytesRead = 0;
  let rowsRead = 0;
  let number = batchesDone;
  let rows: Understood[] = [];
  const batch = (): Batch => ({ ...sorted(rows), number: number++, rowsRead, bytesRead });
  const asked = { ...begun, file: { id: fileId, sealedKey } };
  const confirmed = confirmedAt && new Date(confirmedAt).toISOString();
  for await (const { understood } of rowsOf({ ...asked, confirmedAt: confirmed }, (bytes) => {
    bytesRead = bytes;
  })) {
    rowsRead += 1;
    const row = firstOrSame(understood, seen);
    if (rowsRead <= behind) continue;
    rows.push(row);
    if (rows.length < BATCH_ROWS) continue;
    yield batch();
    rows = [];
  }
  if (rows.length) yield batch();
}

function firstOrSame(row: Understood, seen: ReturnType<typeof seenAddresses>): Understood {
  if (!("address" in row)) return row;
  const { canonical } = row.address;
  if (seen.hasOtherName(canonical, row.name)) return duplicate(row);
  seen.add(canonical, row.name);
  return row;
}

const sorted = (rows: Understood[]) => ({
  people: rows.filter((row) => "address" in row),
  stopped: rows.filter((row) => "hash" in row),
  refused: rows.filter(isRefusal),
});

async function end(viewer: Viewer, importId: string): Promise<void> {
  const errors = await keepErrors(viewer, importId);
  await inOneTrip(actorOf(viewer, "IMPORT"), [
    ...(errors ? [errors] : []),
    sql`update files set expires_at = least(expires_at, decision_time() + interval '1 day')
      where id = (select file_id from imports where id = ${importId}::uuid) and ${reachOf(viewer, "files")}`,
    sql`update imports set state = 'DONE', ended_at = decision_time() where id = ${importId}::uuid and state = 'RUNNING'`,
  ]);
}
