// Development mode: the story world and its tokens. Only while PostgreSQL is one that we started from the npm
// package, and both it and the API are reached from this machine alone. The starter leaves a mark in a table
// that only a superuser can have made; the number in it is the cluster's own, so a copied dump isn't marked.
import { Client, type ClientBase } from "pg";
import type { Config } from "../config";
import { StartUpError } from "../start-up-error";

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

export const isLoopback = (host: string) => LOOPBACK.test(host);

/** The same configuration, with `isDevelopment` as the database has it. */
export async function inDevelopmentMode(config: Config): Promise<Config> {
  if (!isLoopback(config.host) || !isLoopback(config.database.host)) return config;
  const client = new Client({
    ...config.database,
    user: "login_public",
    password: config.loginPasswords.login_public,
  });
  try {
    await client.connect();
  } catch (error) {
    throw new StartUpError(
      `DATABASE_URL: no connection to ${config.database.host}:${config.database.port} as login_public (${(error as Error).message}). Check that PostgreSQL runs there, was migrated and has the passwords of LOGIN_PASSWORDS_FILE.`,
    );
  }
  try {
    return { ...config, isDevelopment: await hasEmbeddedMark(client) };
  } finally {
    await client.end();
  }
}

export async function hasEmbeddedMark(client: ClientBase): Promise<boolean> {
  const made = await client.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
     where n.nspname = 'embedded' and c.relname = 'mark' and r.rolsuper`,
  );
  if (made.rowCount === 0) return false;
  const marked = await client.query(
    "select from embedded.mark where system_identifier = (select system_identifier from pg_control_system())",
  );
  return marked.rowCount === 1;
}

/** Run as the superuser of an embedded cluster, in the database to mark. */
export async function leaveEmbeddedMark(superuser: ClientBase): Promise<void> {
  await superuser.query(`
    create schema if not exists embedded;
    create table if not exists embedded.mark (system_identifier bigint primary key);
    comment on table embedded.mark is 'This PostgreSQL was started from the npm package: development mode';
    insert into embedded.mark select system_identifier from pg_control_system() on conflict do nothing;
    grant usage on schema embedded to public;
    grant select on embedded.mark to public;
  `);
}
