// The migrating process: the only one that holds the owner's secret, and it ends when it is done. One lock
// around everything, so that of two servers starting together the second waits and then finds nothing to do.
import { Logger as WorkerLogger, runMigrations as migrateQueue } from "graphile-worker";
import { Client, Pool } from "pg";
import "reflect-metadata";
import { DataSource } from "typeorm";
import { seedStoryWorld } from "../../seeds/story-world";
import { synchroniseRegister } from "../lawfulness/synchronise-register";
import { StartUpError } from "../start-up-error";
import { bootstrapRoles } from "./bootstrap-roles";
import { hasEmbeddedMark, isLoopback } from "./development-mode";
import type { LoginPasswords } from "./logins";
import { migrationClass, readMigrations } from "./migrations";
import { ENTERED_ROLES } from "./roles";

type Task = {
  ownerUrl: string;
  loginPasswords: LoginPasswords;
  /** One line for each thing done. */
  report(line: string): void;
};

const LOCK = 5_200_417;
const OLDEST_VERSION = 150_000;

export async function migrateDatabase({ ownerUrl, loginPasswords, report }: Task): Promise<void> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await waitForOthers(client, report);
    await bootstrapRoles(client, loginPasswords);
    await refuseUnknownMigrations(client);
    for (const title of await runMigrations(ownerUrl)) report(`Migrated ${title}`);
    await guardMigrations(client);
    await prepareQueue(client, ownerUrl);
    await asOwner(client, () => synchroniseRegister(client));
    if (await isDevelopmentWorld(client, ownerUrl)) await seedIfEmpty(client, report);
    report("The database is ready");
  } finally {
    await client.end(); // and with it the lock
  }
}

async function connectAsOwner(ownerUrl: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, application_name: "migrate" });
  client.on("error", () => {}); // the statement under way fails with it
  try {
    await client.connect();
  } catch (error) {
    throw new StartUpError(
      `DATABASE_OWNER_URL: no connection to ${placeOf(ownerUrl)} (${reasonOf(error)}). Check that PostgreSQL runs there and takes this login.`,
    );
  }
  await refuseUnfitOwner(client).catch(async (error: unknown) => {
    await client.end();
    throw error;
  });
  return client;
}

async function refuseUnfitOwner(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; is_super: boolean; is_fit: boolean }>(
    `select current_setting('server_version_num')::int as version, r.rolsuper as is_super,
       r.rolcreaterole and d.datdba = r.oid as is_fit
     from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
  );
  const owner = rows[0];
  if (!owner || owner.version < OLDEST_VERSION) {
    throw new StartUpError("DATABASE_OWNER_URL: PostgreSQL 15 or later is needed there.");
  }
  if (owner.is_super || !owner.is_fit) {
    throw new StartUpError(
      "DATABASE_OWNER_URL: this login must own the database, have CREATEROLE and be no superuser. As administrator: create role migrator login createrole password '…'; create database back_office owner migrator;",
    );
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

/** The queue's own schema, owned by the role that serves it; only while it is made may that role make schemas. */
async function prepareQueue(client: Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(current_database()) as name",
  );
  const database = rows[0]?.name;
  const pool = new Pool({ connectionString: ownerUrl, options: "-c role=queue_owner", max: 2 });
  const ignore = () => {}; // the statement under way fails with it
  pool.on("error", ignore).on("connect", (connection) => connection.on("error", ignore));
  try {
    await client.query(`grant create on database ${database} to queue_owner`);
    await migrateQueue({ pgPool: pool, logger: new WorkerLogger(() => () => {}) });
  } finally {
    await pool.end();
    await client.query(`revoke create on database ${database} from queue_owner`);
  }
}

const isDevelopmentWorld = async (client: Client, ownerUrl: string) =>
  isLoopback(new URL(ownerUrl).hostname) && (await hasEmbeddedMark(client));

async function seedIfEmpty(client: Client, report: Task["report"]): Promise<void> {
  await asOwner(client, async () => {
    const { rowCount } = await client.query("select from customers limit 1");
    if (rowCount) return;
    await seedStoryWorld(client);
    report("Seeded the story world");
  });
}

/** In one transaction, in the role that owns the tables. */
async function asOwner<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("begin; set local role owner");
  try {
    const answer = await work();
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

function placeOf(ownerUrl: string): string {
  const { host, pathname } = new URL(ownerUrl);
  return `${host}${pathname}`;
}

const reasonOf = (error: unknown) => {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || "no reason given";
};
