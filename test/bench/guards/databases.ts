// Two copies of the grown database, made alike: one as it is, one whose row security is off. The original is not asked.
import type { Client } from "pg";
import { type Clone, cloneOf } from "../clone";
import type { World } from "../side-by-side/world";
import type { Form } from "./forms";

export type Databases = { databaseOf(form: Form): Clone; drop(): Promise<void> };

export async function openDatabases(world: World): Promise<Databases> {
  const walled = await cloneOf(world, "guards_walled");
  const open = await cloneOf(world, "guards_open").catch(async (error: unknown) => {
    await walled.drop();
    throw error;
  });
  const drop = async () => {
    for (const each of [walled, open]) await each.drop();
  };
  try {
    await openWalls(open.superuser);
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    databaseOf: ({ changes }) => (changes.includes("rowSecurity") ? open : walled),
    drop,
  };
}

async function openWalls(database: Client): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity`,
  );
  for (const { name } of rows)
    await database.query(`alter table ${name} disable row level security`);
}
