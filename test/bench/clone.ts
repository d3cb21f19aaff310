// A copy of a grown database, made file by file, that goes afterwards: what is asked of it leaves no trace in the original.
import type { Client } from "pg";
import type { Config } from "../../src/config";
import { openDatabase } from "../../src/database/bootstrap-roles";
import { urlOf, type World } from "./side-by-side/world";

export type Clone = {
  config: Config;
  databaseUrl: string;
  /** Behind the walls. */
  superuser: Client;
  drop(): Promise<void>;
};

/** Nobody may be connected to the original meanwhile. */
export async function cloneOf(world: World, name: string): Promise<Clone> {
  const server = await world.superuser("postgres");
  const original = world.config.database.database;
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(
    `create database ${name} template ${original} strategy file_copy owner migrator`,
  );
  const superuser = await world.superuser(name);
  await superuser.query("set role migrator");
  await openDatabase(superuser);
  await superuser.query("reset role");
  return {
    config: { ...world.config, database: { ...world.config.database, database: name } },
    databaseUrl: urlOf(superuser),
    superuser,
    drop: async () => {
      await superuser.end();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}
