// Two databases of one cluster, full of foreign rows and alike but for the second wall: in one it stands, in the other
// it is open. The program's own pools serve one at a time.
import type { Client } from "pg";
import { setReadAuditDurable } from "../../src/audit/durability";
import type { Config } from "../../src/config";
import { openDatabase as letLoginsIn } from "../../src/database/bootstrap-roles";
import { closeDatabase, openDatabase } from "../../src/database/database";
import { entities } from "../../src/graphql/features";
import type { OwnCluster } from "../drills/own-cluster";
import { setIssuer } from "../../src/viewer/issuing";
import { loadKeys } from "../../src/viewer/keys";
import { openPolicies } from "./open-walls";
import { type Planted, plantForeignRows } from "./planted";
import { plantBulkActions } from "./planted-bulk-actions";
import { plantExports } from "./planted-exports";
import { plantImports } from "./planted-imports";
import { plantSettings } from "./planted-settings";
import { plantSigningIn } from "./planted-sign-in";
import { plantFurtherSorts } from "./planted-sorts";

export type Worlds = {
  /** A superuser where the second wall stands. */
  standing: Client;
  planted: Planted;
  /** Work of the program where the second wall stands, or is open. */
  whileItStands<T>(work: () => Promise<T>): Promise<T>;
  whileItIsOpen<T>(work: () => Promise<T>): Promise<T>;
};

const OPEN = "drill_open";

export async function openWorlds(cluster: OwnCluster): Promise<Worlds> {
  const { config } = cluster;
  const standing = await cluster.superuser();
  const planted = await plantForeignRows(standing);
  await plantFurtherSorts(standing);
  await plantSigningIn(standing);
  await plantImports(standing);
  await plantBulkActions(standing);
  await plantExports(standing);
  await plantSettings(standing);
  await standing.query(
    `create database ${OPEN} template ${config.database.database} owner migrator`,
  );
  const open = await cluster.superuser(OPEN);
  await open.query("set role migrator");
  await letLoginsIn(open); // who may connect is not copied
  await open.query("reset role");
  await openPolicies(open);
  setReadAuditDurable(false);
  setIssuer({ keys: await loadKeys(config.dataDir), publicUrl: config.publicUrl });
  return {
    standing,
    planted,
    whileItStands: (work) => served(config, work),
    whileItIsOpen: (work) =>
      served({ ...config, database: { ...config.database, database: OPEN } }, work),
  };
}

async function served<T>(config: Config, work: () => Promise<T>): Promise<T> {
  await openDatabase(config, entities());
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}
