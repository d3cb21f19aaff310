// A real PostgreSQL of our own, started from the npm package: on loopback, on a port of its own, with random
// passwords kept beside its data.
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { initialise, type Cluster } from "./cluster";
import { startProcess, stopProcess } from "./cluster-process";
import { leaveEmbeddedMark } from "./development-mode";
import { EMBEDDED_HOST, embeddedOwnerUrl, keepEmbeddedAddress } from "./embedded-address";
import { postgresUser } from "./postgresql-files";
import { clearStalePostgres } from "./stale-postgresql";

export type Embedded = {
  host: string;
  port: number;
  superuserUrl: string;
  /** For the migrating process: the login that owns the databases and may make roles. */
  ownerUrl(database: string): string;
  /** Makes the database if there is none, owned by the migrating login and marked as ours. */
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
  /** Settles when PostgreSQL has ended, for whatever reason. */
  ended: Promise<void>;
};

type Options = { folder: string; settings?: string[]; port?: number };

export async function startEmbedded(options: Options): Promise<Embedded> {
  const folder = resolve(options.folder);
  const settings = options.settings ?? [];
  const dataFolder = join(folder, "postgresql");
  mkdirSync(folder, { recursive: true });
  if (existsSync(dataFolder)) await clearStalePostgres(dataFolder);

  const address = await keepEmbeddedAddress(folder, options.port);
  const cluster: Cluster = { folder, dataFolder, address, runAs: postgresUser(), settings };
  if (!existsSync(dataFolder)) initialise(cluster);
  const server = await startProcess(cluster);

  const urlOf = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@${EMBEDDED_HOST}:${address.port}/${database}`;
  const superuserUrl = urlOf("postgres", address.superuserPassword, "postgres");
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  await asSuperuser(superuserUrl, (client) => createMigrator(client, address.ownerPassword));

  return {
    host: EMBEDDED_HOST,
    port: address.port,
    superuserUrl,
    ownerUrl: (database) => embeddedOwnerUrl(address, database),
    createDatabase: async (name) => {
      await asSuperuser(superuserUrl, (client) => createOwnedDatabase(client, name));
      await asSuperuser(urlOf("postgres", address.superuserPassword, name), async (client) => {
        await leaveEmbeddedMark(client);
        await closeFunctions(client);
      });
    },
    stop: () => stopProcess(server, dataFolder, ended),
    ended,
  };
}

async function asSuperuser(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function createMigrator(client: Client, password: string): Promise<void> {
  const found = await client.query("select from pg_roles where rolname = 'migrator'");
  if (found.rowCount) return;
  await client.query(`create role migrator login createrole password '${password}'`);
}

async function createOwnedDatabase(client: Client, name: string): Promise<void> {
  const found = await client.query("select from pg_database where datname = $1", [name]);
  if (found.rowCount) return;
  await client.query(`create database ${client.escapeIdentifier(name)} owner migrator`);
}

const RUN_TEXT = [
  ...["query", "cursor", "table", "schema", "database"].flatMap((of) =>
    ["to_xml", "to_xmlschema", "to_xml_and_xmlschema"].map((what) => `${of}_${what}`),
  ),
  ...["ts_stat", "ts_rewrite"],
];

/**
 * What lies outside every table, where no policy guards it, and what runs a text as SQL in the middle of a statement, where
 * the role may have become another. Both are a superuser's to close.
 */
async function closeFunctions(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname = any ($1)`,
    [RUN_TEXT],
  );
  await client.query(
    `revoke execute on function ${rows.map(({ name }) => name).join(", ")} from public`,
  );
  await client.query(
    "revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), lo_import(text), lo_import(text, oid) from public",
  );
}
