// What a drill runs on: a PostgreSQL of its own with its safety on, migrated and seeded, in a temporary folder that
// goes with it, whether the drill ends well, badly or by Ctrl-C.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { Config } from "../../src/config";
import { startEmbedded } from "../../src/database/embedded";
import { newPasswords } from "../../src/database/logins";
import { runningPostgres } from "../../src/database/stale-postgresql";
import { migrateDatabase } from "../../src/database/migrate";
import { POINTS_PER_SECOND } from "../../src/limits/budget";

export type OwnCluster = {
  config: Config;
  /** A superuser: looks behind the walls, and may break things. In the drill's database, or another. */
  superuser(database?: string): Promise<Client>;
  /** Another one beside the drill's own, empty. */
  createDatabase(name: string): Promise<void>;
  /** For the migrating process. */
  ownerUrl(database: string): string;
  /** PostgreSQL's own process, at once. Its connections are gone with it. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  close(): Promise<void>;
};

const DATABASE = "drill";

/** In `kept`, a folder that stays as it is for the next time, or in one that goes. */
export async function ownCluster(kept: string | null = null): Promise<OwnCluster> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "back-office-drill-"));
  const leave = () => kept ?? rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755); // PostgreSQL may run as another user
  let cluster = await startEmbedded({ folder }).catch((error: Error) => {
    leave();
    throw error;
  });
  const clients: Client[] = [];
  const close = async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await cluster.stop();
    leave();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().finally(() => process.exit(1)));

  try {
    const loginPasswords = newPasswords();
    await cluster.createDatabase(DATABASE);
    const ownerUrl = cluster.ownerUrl(DATABASE);
    const keys = { dataDir: folder, masterKeyFile: null };
    await migrateDatabase({ ownerUrl, loginPasswords, ...keys, report: () => undefined });
    return {
      config: {
        ...{ port: 0, host: cluster.host, publicUrl: "http://localhost:4000", ...keys },
        isPublicUrlGiven: true,
        ...{ database: { host: cluster.host, port: cluster.port, database: DATABASE } },
        ...{ smtpServer: null, mailFrom: { name: "", address: "no-reply@zendbox.example.com" } },
        ...{
          marketingAddress: "marketing@zendbox.example.com",
          s3: null,
          loginPasswords,
          isDevelopment: true,
          isReadAuditDurable: false,
          logLevel: "silent",
        },
        ...{
          trustedProxies: [],
          pointsPerSecond: POINTS_PER_SECOND,
          drainSeconds: 0,
          replica: null,
        },
        ...{ metricsPort: null, metricsHost: "127.0.0.1" },
        ...{ slowOperationMs: 1_000, isTracing: false },
      },
      superuser: async (database = DATABASE) => {
        const url = new URL(cluster.superuserUrl);
        url.pathname = `/${database}`;
        const client = new Client({ connectionString: url.href });
        client.on("error", () => undefined); // a killed PostgreSQL takes it along
        await client.connect();
        clients.push(client);
        return client;
      },
      createDatabase: (name) => cluster.createDatabase(name),
      ownerUrl: (database) => cluster.ownerUrl(database),
      kill: async () => {
        process.kill(runningPostgres(join(folder, "postgresql"))!, "SIGKILL");
        await cluster.ended;
      },
      startAgain: async () => {
        cluster = await startEmbedded({ folder });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
