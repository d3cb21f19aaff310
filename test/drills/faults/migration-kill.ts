// The migrating process is killed at any moment and run again; and two of them start together.
import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { dice } from "../../../seeds/world-lists";
import { PROJECT_ROOT } from "../../../src/project-root";
import type { Drill } from "../drill";
import type { OwnCluster } from "../own-cluster";
import { onStage } from "./stage";

const MAIN = join(PROJECT_ROOT, "dist", "src", "main.js");

export const migrationKill: Drill = {
  name: "migration-kill",
  summary:
    "Migrating, killed at any moment and run again, makes the same database; of two, one migrates.",
  options: {
    kills: { default: 10, minimum: 1, maximum: 200, meaning: "how often it is killed" },
  },
  run: ({ seed, kills = 10 }, report) =>
    onStage(async ({ cluster }) => {
      const roll = dice(seed);
      const asMigrated = await migrated(cluster, "in_one_go");
      const whole = (await migrations(asMigrated)).length;
      const torn = await emptyDatabase(cluster, "torn");
      const met = new Set<number>();
      let halves = 0;
      for (let n = 0; n < kills; n += 1) {
        const child = migrating(cluster, "torn");
        // the deaths are spread from the first statement to the last one
        await untilMigrated(torn, Math.floor((n * whole) / kills), child);
        await sleep(Math.floor(roll() * 120));
        child.kill("SIGKILL");
        await ended(child);
        const done = await migrations(torn);
        met.add(done.length);
        const isOldOrNew = done.every((name, at) => name === NAMES.of(asMigrated)[at]);
        if (!isOldOrNew) halves += 1;
      }
      report(`Killed with ${[...met].sort((a, b) => a - b).join(", ")} migrations done`);
      const code = await ended(migrating(cluster, "torn"));
      const fresh = await emptyDatabase(cluster, "two_at_once");
      const both = [migrating(cluster, "two_at_once"), migrating(cluster, "two_at_once")];
      const codes = await Promise.all(both.map(ended));
      const [one, other, third] = [
        await shapeOf(asMigrated),
        await shapeOf(torn),
        await shapeOf(fresh),
      ];
      return {
        checks: [
          ["after each death there is a version, and none between", halves === 0],
          ["the deaths met different versions", met.size > 1 || kills === 1],
          ["run again it completes", code === 0],
          ["and has made the same database as in one go", one === other],
          ["two that start together both end well", codes.every((each) => each === 0)],
          ["and have made the same, once", third === one],
        ],
        figures: { kills, versionsMet: met.size, migrations: whole },
      };
    }),
};

async function emptyDatabase(cluster: OwnCluster, name: string): Promise<Client> {
  await cluster.createDatabase(name);
  return cluster.superuser(name);
}

async function migrated(cluster: OwnCluster, name: string): Promise<Client> {
  const database = await emptyDatabase(cluster, name);
  await ended(migrating(cluster, name));
  NAMES.keep(database, await migrations(database));
  return database;
}

/** The migrations of a database that was made in one go, in their order. */
const NAMES = (() => {
  const kept = new WeakMap<Client, string[]>();
  return {
    keep: (database: Client, names: string[]) => void kept.set(database, names),
    of: (database: Client) => kept.get(database)!,
  };
})();

function migrating({ config, ownerUrl }: OwnCluster, database: string): ChildProcess {
  const passwords = join(config.dataDir, "login-passwords.json");
  writeFileSync(passwords, JSON.stringify(config.loginPasswords), { mode: 0o600 });
  const env = {
    ...process.env,
    DATA_DIR: config.dataDir,
    LOGIN_PASSWORDS_FILE: passwords,
    DATABASE_OWNER_URL: ownerUrl(database),
  };
  return fork(MAIN, ["migrate"], { env, stdio: ["ignore", "ignore", "ignore", "ipc"] });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((done) =>
    child.exitCode !== null || child.signalCode !== null
      ? done(child.exitCode)
      : child.once("exit", (code) => done(code)),
  );

async function migrations(database: Client): Promise<string[]> {
  const { rows: there } = await database.query<{ is: boolean }>(
    "select to_regclass('public.migrations') is not null as is",
  );
  if (!there[0]!.is) return [];
  const { rows } = await database.query<{ name: string }>(
    "select name from migrations order by id",
  );
  return rows.map(({ name }) => name);
}

async function untilMigrated(database: Client, many: number, child: ChildProcess): Promise<void> {
  while ((await migrations(database)).length < many && child.exitCode === null) await sleep(5);
}

/** Tables, columns, functions, policies, grants, indexes and rows of the register: all that migrating makes. */
async function shapeOf(database: Client): Promise<string> {
  const { rows } = await database.query<{ line: string }>(`
    select table_name || column_name || data_type || coalesce(column_default, '') as line from information_schema.columns where table_schema in ('public', 'keys')
    union all select proname || prosrc || coalesce(proacl::text, '') || proowner::regrole::text from pg_proc where pronamespace = 'public'::regnamespace
    union all select tablename || policyname || roles::text || cmd || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
    union all select relname || relowner::regrole::text || coalesce(relacl::text, '') || relforcerowsecurity::text from pg_class
      where relnamespace::regnamespace::text in ('public', 'keys', 'graphile_worker')
    union all select indexdef from pg_indexes where schemaname in ('public', 'keys')
    union all select conname || pg_get_constraintdef(oid) from pg_constraint where connamespace::regnamespace::text in ('public', 'keys')
    union all select attrelid::regclass::text || attname || attacl::text from pg_attribute where attacl is not null and attrelid::regclass::text !~ '^pg_'
    union all select name from migrations
    union all select 'customers ' || count(*) from customers
    order by 1`);
  return createHash("sha256")
    .update(rows.map(({ line }) => line).join("\n"))
    .digest("hex");
}
