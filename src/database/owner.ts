// The connection that holds the owner's secret. Only commands that end have one: the API and the worker never do.
import { join } from "node:path";
import { Client } from "pg";
import { EMBEDDED_DATABASE, type Settings } from "../config";
import { StartUpError } from "../start-up-error";
import { embeddedOwnerUrl, readEmbeddedAddress } from "./embedded-address";
import type { Result } from "./pipeline";
import { statement } from "./sql";
import { runningPostgres } from "./stale-postgresql";
import type { Unit } from "./unit-of-work";

const OLDEST_VERSION = 150_000;

/** DATABASE_OWNER_URL, or that of the embedded PostgreSQL. */
export function ownerUrlOf({ ownerUrl, database, dataDir }: Settings): string {
  if (ownerUrl) return ownerUrl;
  const embedded = database ? null : readEmbeddedAddress(dataDir);
  if (embedded && runningPostgres(join(dataDir, "postgresql")) === null)
    throw new StartUpError(`No PostgreSQL runs in ${dataDir}. Run npm start first.`);
  if (embedded) return embeddedOwnerUrl(embedded, EMBEDDED_DATABASE);
  throw new StartUpError(
    "DATABASE_OWNER_URL is not set. It names the login that owns the database.",
  );
}

export async function connectAsOwner(ownerUrl: string, name: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, application_name: name });
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

/** In one transaction, in the role that owns the tables. */
export async function asOwner<T>(client: Client, work: () => Promise<T>): Promise<T> {
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

/** The owner's transaction as a unit of work: for statements that verbs share with commands. */
export const ownerUnit = (client: Client): Unit => ({
  async run(...fragments) {
    const results: Result[] = [];
    for (const fragment of fragments) {
      const { text, values } = statement(fragment);
      const { rows, rowCount } = await client.query<Record<string, unknown>>(text, values);
      results.push({ rows, rowCount: rowCount ?? 0, texts: [] });
    }
    return results;
  },
});

function placeOf(ownerUrl: string): string {
  const { host, pathname } = new URL(ownerUrl);
  return `${host}${pathname}`;
}

const reasonOf = (error: unknown) => {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || "no reason given";
};
