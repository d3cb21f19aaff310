// The api: the walls are checked, each audience gets its schema and server, and the door opens.
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { mergeFragments } from "./access/fragment";
import { settleVisibleProperties } from "./access/visible";
import { setReadAuditDurable } from "./audit/durability";
import { addClientPages } from "./client-pages/serve";
import type { Config } from "./config";
import { allPools, closeDatabase, healthPool, openDatabase } from "./database/database";
import { checkDatabase } from "./database/start-up-checks";
import { describedSchemas } from "./graphql/describe";
import { accessFragments, buildFullSchema, entities } from "./graphql/features";
import { startServers } from "./graphql/servers";
import { createDoor } from "./http/door";
import { addDownloads } from "./exports/download-route";
import { openFileStore } from "./files/open-store";
import { addUploads } from "./imports/upload-route";
import { loadAuditKeys } from "./audit/sealing/signing-key";
import { loadHashKeys } from "./keys/hash-keys";
import { loadLayersInForce } from "./keys/layers-in-force";
import { loadMasterKey } from "./keys/master-key";
import { checkMarks } from "./lawfulness/personal-data";
import { setPointsPerSecond } from "./limits/budget";
import { checkListSizes } from "./limits/declared-cost";
import { createLog } from "./log";
import { addPublicPages } from "./public-pages/add-public-pages";
import { showFailure } from "./public-pages/failure-page";
import { type Seeing, startSeeing } from "./seeing/see";
import { StartUpError } from "./start-up-error";
import { setIssuer } from "./viewer/issuing";
import { loadKeys } from "./viewer/keys";
import { isStillAllowed } from "./viewer/state";

export type RunningApi = {
  address: string;
  metricsAddress: string | null;
  close(): Promise<void>;
};

export async function startApi(
  config: Config,
  log: Logger = createLog(config.logLevel, "api"),
): Promise<RunningApi> {
  loadHashKeys(config.dataDir);
  loadMasterKey(config);
  openFileStore(config);
  setReadAuditDurable(config.isReadAuditDurable);
  setPointsPerSecond(config.pointsPerSecond);
  const keys = await loadKeys(config.dataDir);
  loadAuditKeys(config.dataDir);
  setIssuer({ keys, publicUrl: config.publicUrl });

  const schema = buildFullSchema();
  checkListSizes(schema);
  const access = mergeFragments(accessFragments, schema);
  const schemas = describedSchemas(schema, access).audiences;
  for (const [audience, own] of schemas) settleVisibleProperties(audience, own);

  await openDatabase(config, entities());
  let seeing: Seeing | undefined;
  try {
    await refuseUnsafeDatabase();
    await loadLayersInForce(config.dataDir);
    const servers = await startServers(schemas, schema, {
      log,
      isDevelopment: config.isDevelopment,
    });
    const { execute } = servers;
    seeing = await startSeeing(config, log, { processName: "api" });
    const { metricsAddress, stop: stopSeeing } = seeing;
    let isEnding = false;
    const app = createDoor({
      config,
      keys,
      log,
      isStillAllowed,
      execute,
      isReady: () => (isEnding ? ENDING : isReady()),
      isEnding: () => isEnding,
      addPages: addPagesOf(config),
      showFailure,
    });
    await app.listen({ host: config.host, port: config.port });
    const { port } = app.server.address() as AddressInfo;
    return {
      address: `http://${config.host}:${port}`,
      metricsAddress,
      close: async () => {
        isEnding = true;
        await sleep(config.drainSeconds * 1_000);
        await app.close();
        await servers.stop();
        await stopSeeing();
        await closeDatabase();
      },
    };
  } catch (error) {
    await seeing?.stop();
    await closeDatabase();
    throw error;
  }
}

const addPagesOf =
  (config: Config): Parameters<typeof createDoor>[0]["addPages"] =>
  (app, { passForm, passUpload, passNetwork }) => {
    addPublicPages(app, passForm, config);
    addClientPages(app, config);
    addUploads(app, passUpload);
    addDownloads(app, passNetwork);
  };

async function refuseUnsafeDatabase(): Promise<void> {
  const pools = allPools();
  await checkDatabase(pools);
  const faults = await checkMarks(pools.login_staff);
  if (faults.length) throw new StartUpError(faults.join("\n"));
}

/** A database that doesn't answer is away, though its connections stand. */
const ARE_YOU_THERE = { text: "select 1", query_timeout: 2_000 };

/** Requests are still answered: whoever spreads them sends them elsewhere from now on. */
const ENDING = { ready: false, reason: "The process is ending." };

async function isReady() {
  try {
    await healthPool().query(ARE_YOU_THERE);
    return { ready: true };
  } catch {
    return { ready: false, reason: "The database is away." };
  }
}
