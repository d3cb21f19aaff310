// What must be true of the database before a process serves: no login reaches anything without entering a
// role, every table stands behind its wall, and the schema is the one that this program knows.
import type { Pool, PoolClient } from "pg";
import { StartUpError } from "../start-up-error";
import { readMigrations } from "./migrations";
import { LOGIN_NAMES, rolesOf, type Login } from "./roles";
import { KEYS_SCHEMA, OWN_SCHEMAS, PARTITIONS_SCHEMA } from "./schemas";

/** Tables that need no wall, each with its reason. */
const UNWALLED_TABLES: Record<string, string> = {};

/** Throws one clear line that names the place. */
export async function checkDatabase(pools: Partial<Record<Login, Pool>>): Promise<void> {
  for (const login of LOGIN_NAMES) {
    const pool = pools[login];
    if (pool) await checkThrough(pool, login);
  }
}

async function checkThrough(pool: Pool, login: Login): Promise<void> {
  const client = await pool.connect();
  try {
    refuse(await faultsOfLogin(client, login));
    refuse(await faultsOfTables(client));
    await refuseOtherVersion(client, login);
    await refuseWithoutKeys(client);
  } finally {
    client.release();
  }
}

function refuse(faults: string[]): void {
  if (faults.length > 0)
    throw new StartUpError(`The database is not safe to serve: ${faults.join("; ")}.`);
}

async function faultsOfLogin(client: PoolClient, login: Login): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `with me as (select oid, rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = session_user),
     tables as (
       select c.oid, c.oid::regclass::text as name, c.relowner, c.relkind from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any ($2) and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
     )
     select 'is a superuser' as fault from me where rolsuper
     union all select 'has BYPASSRLS' from me where rolbypassrls
     union all select 'owns ' || name from tables join me on relowner = me.oid
     union all select 'inherits ' || r.rolname from pg_roles r, me
       where r.oid <> me.oid and pg_has_role(me.oid, r.oid, 'usage')
     union all select 'may enter ' || r.rolname || ', a role that it should not' from pg_roles r, me
       where r.oid <> me.oid and pg_has_role(me.oid, r.oid, 'member') and r.rolname <> all ($1)
     union all select 'reaches ' || name || ' without entering a role' from tables, me
       where relkind <> 'S' and (
         has_table_privilege(me.oid, tables.oid, 'select, insert, update, delete, truncate')
         or has_any_column_privilege(me.oid, tables.oid, 'select, insert, update, references'))`,
    [rolesOf(login), [...OWN_SCHEMAS, PARTITIONS_SCHEMA, "graphile_worker"]],
  );
  return rows.map((row) => `${login} ${row.fault}`);
}

async function faultsOfTables(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select c.oid::regclass::text || case when not c.relrowsecurity then ' has no row security'
         when not c.relforcerowsecurity then ' does not force row security on its owner'
         else ' has no policy' end as fault
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any ($2) and c.relkind in ('r', 'p') and c.relname <> all ($1)
       and not (c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid))`,
    [Object.keys(UNWALLED_TABLES), [...OWN_SCHEMAS, PARTITIONS_SCHEMA]],
  );
  return rows.map((row) => row.fault);
}

async function refuseOtherVersion(client: PoolClient, login: Login): Promise<void> {
  const wanted = readMigrations().at(-1)?.storedName;
  const found = await newestMigration(client, login);
  if (found === wanted) return;
  const isKnown =
    found === null || readMigrations().some((migration) => migration.storedName === found);
  throw new StartUpError(
    isKnown
      ? `The database is behind this program: its newest migration is ${found ?? "none"}, and ${wanted} is needed. Run the migrating process with DATABASE_OWNER_URL.`
      : `The database is ahead of this program: its newest migration is ${found}. Start the version that made it, or a later one.`,
  );
}

/** As it is after a restore of the main dump alone. */
async function refuseWithoutKeys(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_tables where schemaname = $1 and tablename = 'person_keys'",
    [KEYS_SCHEMA],
  );
  if (!rowCount)
    throw new StartUpError(
      "The database has no key store. Restore the newest dump of the schema keys too (docs/operators/keys.md).",
    );
}

async function newestMigration(client: PoolClient, login: Login): Promise<string | null> {
  await client.query("begin read only");
  try {
    await client.query("select set_config('role', $1, true)", [rolesOf(login)[0]]);
    const { rows } = await client.query<{ name: string }>("select newest_migration() as name");
    return rows[0]?.name ?? null;
  } catch (error) {
    const NOT_MIGRATED = ["42883", "22023", "42501"]; // no such function or role, or no way into the schema
    if (NOT_MIGRATED.includes((error as { code?: string }).code ?? "")) return null;
    throw error;
  } finally {
    await client.query("rollback");
  }
}
