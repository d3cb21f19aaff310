// A database for one test file: a copy of the seeded story world, and a connection that looks behind the walls.
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { Config } from "../../src/config";
import { openDatabase } from "../../src/database/bootstrap-roles";
import type { LoginPasswords } from "../../src/database/logins";
import { POINTS_PER_SECOND } from "../../src/limits/budget";

type TestCluster = {
  host: string;
  port: number;
  superuserUrl: string;
  loginPasswords: LoginPasswords;
  folder: string;
};

export type World = {
  config: Config;
  /** A superuser: sees every row, whatever the policies say. */
  asOwner: Client;
  drop(): Promise<void>;
};

/** A copy of the story world, or of another one that nobody is connected to. */
export async function createWorld(template = "template_world"): Promise<World> {
  const cluster = testCluster();
  const database = `world_${randomBytes(6).toString("hex")}`;
  await onServer(cluster, `create database ${database} template ${template} owner migrator`);
  const asOwner = await connect(cluster, database);
  await asOwner.query("set role migrator");
  await openDatabase(asOwner);
  await asOwner.query("reset role");
  return {
    config: configOf(cluster, database),
    asOwner,
    drop: async () => {
      await asOwner.end();
      await onServer(cluster, `drop database ${database} with (force)`);
    },
  };
}

function testCluster(): TestCluster {
  const text = process.env.TEST_CLUSTER;
  if (!text) throw new Error("The tests' PostgreSQL was not started: run them with npm test.");
  return JSON.parse(text) as TestCluster;
}

function configOf({ host, port, loginPasswords, folder }: TestCluster, database: string): Config {
  return {
    port: 0,
    host: "127.0.0.1",
    publicUrl: "http://localhost:4000",
    isPublicUrlGiven: true,
    dataDir: dataDirWithKeys(folder),
    database: { host, port, database },
    loginPasswords,
    masterKeyFile: null,
    smtpServer: null,
    mailFrom: { name: "Zendbox Back Office", address: "no-reply@zendbox.example.com" },
    marketingAddress: "marketing@zendbox.example.com",
    s3: null,
    isDevelopment: true,
    isReadAuditDurable: false,
    trustedProxies: [],
    pointsPerSecond: POINTS_PER_SECOND,
    drainSeconds: 0,
    replica: null,
    metricsPort: null,
    metricsHost: "127.0.0.1",
    slowOperationMs: 1_000,
    isTracing: false,
    logLevel: process.env.LOG_LEVEL ?? "silent",
  };
}

/** A folder of its own, with the keys under which the template's rows were hashed and sealed. */
function dataDirWithKeys(folder: string): string {
  const dataDir = mkdtempSync(join(folder, "data-"));
  cpSync(join(folder, "keys"), join(dataDir, "keys"), { recursive: true });
  return dataDir;
}

async function connect({ superuserUrl }: TestCluster, database: string): Promise<Client> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
}

async function onServer(cluster: TestCluster, statement: string): Promise<void> {
  const client = await connect(cluster, "postgres");
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
