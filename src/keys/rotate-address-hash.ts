// Every hash of an address, hashed once more under a new key: whoever learned the old keys alone can then test no address
// any more. The key's file comes first, then one transaction changes all tables and the number of layers, so a run that
// is killed leaves the old hashes or the new ones, and may be run again.
import type { Client } from "pg";
import { asOwner } from "../database/owner";
import { LOGIN_NAMES } from "../database/roles";
import { StartUpError } from "../start-up-error";
import { TABLES_WITH_ADDRESS_HASHES } from "./address-hash-columns";
import {
  addressHashKeyFile,
  hashOnce,
  loadAddressHashKeys,
  makeAddressHashKey,
} from "./address-hash-keys";
import { loadHashKeys } from "./hash-keys";
import { layersOf } from "./layers-in-force";
import { passwordSalt } from "./password-salt";

export type Rotated = { layers: number; keyFile: string; hashes: Record<string, number> };

/** Throws StartUpError while anybody is connected who hashes addresses, and where a layer's file is missing. */
export function rotateAddressHash(
  owner: Client,
  dataDir: string,
  batchSize = 10_000,
): Promise<Rotated> {
  return asOwner(owner, async () => {
    const before = await layersHeldAlone(owner);
    await refuseWhileServed(owner);
    loadAddressHashKeys(dataDir, before);
    loadHashKeys(dataDir);
    const layers = before + 1;
    const key = makeAddressHashKey(dataDir, layers);
    await keepSalts(owner, batchSize);
    const hashes: Record<string, number> = {};
    for (const table of TABLES_WITH_ADDRESS_HASHES)
      hashes[table] = await hashTableOnceMore(owner, table, key, batchSize);
    await owner.query("update address_hash_layers set layers = $1", [layers]);
    return { layers, keyFile: addressHashKeyFile(dataDir, layers), hashes };
  });
}

/** Whoever opens a connection from now on waits, and then sees what became of it. */
async function layersHeldAlone(owner: Client): Promise<number> {
  await owner
    .query("lock table address_hash_layers in access exclusive mode nowait")
    .catch((error: { code?: string }) => {
      if (error.code !== "55P03") throw error;
      throw new StartUpError(
        "Somebody is reading how addresses are hashed: a process that starts, a backup, or another run of this. Try again when it has ended.",
      );
    });
  return layersOf(owner);
}

async function refuseWhileServed(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ login: string; connections: number }>(
    `select usename as login, count(*)::integer as connections from pg_stat_activity
     where datname = current_database() and usename = any ($1) group by 1 order by 1`,
    [LOGIN_NAMES],
  );
  if (rows.length === 0) return;
  const whose = rows.map(({ login, connections }) => `${login} ${connections}`).join(", ");
  throw new StartUpError(
    `An API or a worker is connected to this database (${whose}). End all of them, on every machine, and run this again.`,
  );
}

/** A password was hashed with the salt that followed from the address's hash as it is now. */
async function keepSalts(owner: Client, batchSize: number): Promise<void> {
  const rows = inBatches(owner, "credentials where password_salt is null", batchSize);
  for await (const hashes of rows)
    await owner.query(
      `update credentials c set password_salt = s.salt
       from unnest($1::bytea[], $2::bytea[]) as s (hash, salt)
       where c.email_hash = s.hash and c.password_salt is null`,
      [hashes, hashes.map(passwordSalt)],
    );
}

async function hashTableOnceMore(
  owner: Client,
  table: string,
  key: Buffer,
  batchSize: number,
): Promise<number> {
  let changed = 0;
  for await (const hashes of inBatches(owner, table, batchSize)) {
    const { rowCount } = await owner.query(
      `update ${table} t set email_hash = h.hashed
       from unnest($1::bytea[], $2::bytea[]) as h (hash, hashed) where t.email_hash = h.hash`,
      [hashes, hashes.map((hash) => hashOnce(key, hash))],
    );
    changed += rowCount ?? 0;
  }
  const { rows } = await owner.query<{ count: string }>(`select count(*) from ${table}`);
  if (Number(rows[0]!.count) !== changed)
    throw new Error(`Of ${rows[0]!.count} rows of ${table} ${changed} were hashed once more.`);
  return changed;
}

/** The different hashes of a table as they were: a cursor doesn't see what its own transaction changes meanwhile. */
async function* inBatches(
  owner: Client,
  from: string,
  batchSize: number,
): AsyncGenerator<Buffer[]> {
  await owner.query(`declare hashes no scroll cursor for select distinct email_hash from ${from}`);
  for (;;) {
    const { rows } = await owner.query<{ email_hash: Buffer }>(
      `fetch forward ${batchSize} from hashes`,
    );
    if (rows.length === 0) break;
    yield rows.map((row) => row.email_hash);
  }
  await owner.query("close hashes");
}
