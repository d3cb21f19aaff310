// The database that all contenders ask, and what is asked of it: users and changes there are.
import { join } from "node:path";
import type { Client } from "pg";
import { type Sizes } from "../../../seeds/volume/sizes";
import { seedVolume } from "../../../seeds/volume/volume";
import { runningPostgres } from "../../../src/database/stale-postgresql";
import { loadHashKeys } from "../../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../../src/keys/layers-in-force";
import { loadMasterKey } from "../../../src/keys/master-key";
import { type OwnCluster, ownCluster } from "../../drills/own-cluster";

export type World = OwnCluster & {
  users: string[];
  changes: number[];
  databaseUrl: string;
  pid: number;
};

const USERS = 1_000;
const PAGES = 50;
const PAGE = 1_000;

/** In a folder that is kept, a database is grown once. */
export async function openWorld(
  sizes: Sizes,
  { seed, folder }: { seed: number; folder: string | null },
  report: (line: string) => void,
): Promise<World> {
  const cluster = await ownCluster(folder);
  try {
    loadHashKeys(cluster.config.dataDir);
    loadMasterKey(cluster.config);
    const [database, another] = [await cluster.superuser(), await cluster.superuser()];
    await loadLayersAsOwner(database, cluster.config.dataDir);
    if (!(await hasGrown(database))) await seedVolume([database, another], { sizes, seed }, report);
    const { rows: users } = await database.query<{ id: string }>(
      `select u.id from platform_users u join customers c on c.id = u.customer_id
        where u.state = 'ACTIVE' and c.state = 'ACTIVE' order by md5(u.id::text) limit ${USERS}`,
    );
    const { rows: changes } = await database.query<{ at: string }>(
      "select coalesce(max(change_number), 0) as at from feed",
    );
    for (const each of [database, another]) await each.end();
    const last = Number(changes[0]!.at) - PAGE;
    return {
      ...cluster,
      databaseUrl: urlOf(database),
      pid: runningPostgres(join(cluster.config.dataDir, "postgresql"))!,
      users: users.map(({ id }) => id),
      changes: Array.from({ length: PAGES }, (_, n) => Math.floor((Math.max(0, last) * n) / PAGES)),
    };
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

/** By the form of the identifiers that growing gives. */
async function hasGrown(database: Client): Promise<boolean> {
  const { rows } = await database.query<{ hasGrown: boolean }>(
    `select exists (select from customers where id::text like '%-7000-8b01-%') as "hasGrown"`,
  );
  return rows[0]!.hasGrown;
}

export const urlOf = ({ user, password, host, port, database }: Client) =>
  `postgresql://${user}:${String(password)}@${host}:${port}/${database}`;
