// The migrating process: the only one that holds the owner's secret, and it ends when it is done. One lock
// around everything, so that of two servers starting together the second waits and then finds nothing to do.
import { Logger as WorkerLogger, runMigrations as migrateQueue } from "graphile-worker";
import { Pool, type Client } from "pg";
import "reflect-metadata";
import { DataSource } from "typeorm";
import { seedStoryWorld } from "../../seeds/story-world";
import { loadHashKeys } from "../keys/hash-keys";
import { loadLayersAsOwner, makeFirstLayer } from "../keys/layers-in-force";
import { loadMasterKey } from "../keys/master-key";
import { synchroniseRegister } from "../lawfulness/synchronise-register";
import { StartUpError } from "../start-up-error";
import { bootstrapRoles } from "./bootstrap-roles";
import { hasEmbeddedMark, isLoopback } from "./development-mode";
import type { LoginPasswords } from "./logins";
import { migrationClass, readMigrations } from "./migrations";
import { asOwner, connectAsOwner } from "./owner";
import { ENTERED_ROLES } from "./roles";

type Task = {
  ownerUrl: string;
  loginPasswords: LoginPasswords;
  /** Where the keys are under which the story world is hashed and sealed. */
  dataDir: string;
  masterKeyFile: string | null;
  /** One line for each thing done. */
  report(line: string): void;
};

const LOCK = 5_200_417;

export async function migrateDatabase(task: Task): Promise<void> {
  const { ownerUrl, loginPasswords, report } = task;
  const client = await connectAsOwner(ownerUrl, "migrate");
  try {
    await waitForOthers(client, report);
    await bootstrapRoles(client, loginPasswords);
    await refuseUnknownMigrations(client);
    for (const title of await runMigrations(ownerUrl)) report(`Migrated ${title}`);
    await guardMigrations(client);
    await prepareQueue(client, ownerUrl);
    await asOwner(client, () => synchroniseRegister(client));
    await asOwner(client, () => makeFirstLayer(client, task.dataDir));
    if (await isDevelopmentWorld(client, ownerUrl)) await seedIfEmpty(client, task);
    report("The database is ready");
  } finally {
    await client.end(); // and with it the lock
  }
}

async function waitForOthers(client: Client, report: Task["report"]): Promise<void> {
  const { rows } = await client.query<{ got: boolean }>(
    `select pg_try_advisory_lock(${LOCK}) as got`,
  );
  if (rows[0]?.got) return;
  report("Waiting for another process that migrates");
  await client.query(`select pg_advisory_lock(${LOCK})`);
}

/** The database is ahead: an older version of the program must not serve it. */
async function refuseUnknownMigrations(client: Client): Promise<void> {
  const known = readMigrations().map((migration) => migration.storedName);
  const unknown = await asOwner(client, async () => {
    const table = await client.query("select where to_regclass('public.migrations') is not null");
    if (table.rowCount === 0) return [];
    const { rows } = await client.query<{ name: string }>(
      "select name from migrations where name <> all ($1)",
      [known],
    );
    return rows.map((row) => row.name);
  });
  if (unknown.length === 0) return;
  throw new StartUpError(
    `The database is ahead of this program: it holds the migration ${unknown.join(", ")}. Start the version that made it, or a later one.`,
  );
}

/** One transaction for each: a process killed in the middle leaves the old or the new version. */
async function runMigrations(ownerUrl: string): Promise<string[]> {
  const migrations = readMigrations();
  const source = new DataSource({
    type: "postgres",
    url: ownerUrl,
    extra: { options: "-c role=owner", max: 2 },
    migrations: migrations.map(migrationClass),
    installExtensions: false,
    logging: false,
  });
  await source.initialize();
  try {
    const done = await source.runMigrations({ transaction: "each" });
    const titleOf = (name: string) => migrations.find((m) => m.storedName === name)?.title ?? name;
    return done.map((migration) => titleOf(migration.name));
  } finally {
    await source.destroy();
  }
}

/** The table of migrations stands behind the same wall; every role may ask which one is the newest. */
async function guardMigrations(client: Client): Promise<void> {
  await asOwner(client, async () => {
    const open = await client.query(
      "select from pg_class where oid = 'migrations'::regclass and not relforcerowsecurity",
    );
    if (open.rowCount) await client.query("select guard('migrations')");
    await client.query(`
      create or replace function newest_migration() returns text
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select name from migrations order by timestamp desc limit 1
        $$;
      revoke execute on function newest_migration() from public;
      grant execute on function newest_migration() to ${ENTERED_ROLES.join(", ")};
    `);
  });
}

/**
 * The queue's own schema. The role that serves the queue owns its tables, and may make things there only while
 * the queue's migrations run.
 */
async function prepareQueue(client: Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(current_database()) as name",
  );
  const database = rows[0]?.name;
  const pool = new Pool({ connectionString: ownerUrl, options: "-c role=queue_owner", max: 2 });
  const ignore = () => {}; // the statement under way fails with it
  pool.on("error", ignore).on("connect", (connection) => connection.on("error", ignore));
  try {
    await asOwner(client, () => client.query(`create schema if not exists ${QUEUE_SCHEMA}`));
    await onQueueSchema(client, "grant usage, create", "to");
    await client.query(`grant create on database ${database} to queue_owner`);
    await migrateQueue({ pgPool: pool, logger: new WorkerLogger(() => () => {}) });
  } finally {
    await pool.end();
    await client.query(`revoke create on database ${database} from queue_owner`);
    await onQueueSchema(client, "revoke create", "from");
  }
}

const QUEUE_SCHEMA = "graphile_worker";

/** Said by the schema's owner, which in an older database is queue_owner itself. */
async function onQueueSchema(client: Client, change: string, preposition: string): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    "select nspowner::regrole::text as owner from pg_namespace where nspname = $1",
    [QUEUE_SCHEMA],
  );
  await client.query(
    `begin; set local role ${rows[0]?.owner}; ${change} on schema ${QUEUE_SCHEMA} ${preposition} queue_owner; commit`,
  );
}

const isDevelopmentWorld = async (client: Client, ownerUrl: string) =>
  isLoopback(new URL(ownerUrl).hostname) && (await hasEmbeddedMark(client));

async function seedIfEmpty(client: Client, { report, ...keys }: Task): Promise<void> {
  await asOwner(client, async () => {
    const { rowCount } = await client.query("select from customers limit 1");
    if (rowCount) return;
    loadHashKeys(keys.dataDir);
    await loadLayersAsOwner(client, keys.dataDir);
    loadMasterKey({ ...keys, isDevelopment: true });
    await seedStoryWorld(client);
    report("Seeded the story world");
  });
}
