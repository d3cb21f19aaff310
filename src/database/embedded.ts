// A real PostgreSQL of our own, started from the npm package: on loopback, on a port of its own, with random
// passwords kept beside its data. It runs in a process group of its own, so that Ctrl-C in a terminal reaches
// the server first, which stops PostgreSQL last.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { StartUpError } from "../start-up-error";
import { leaveEmbeddedMark } from "./development-mode";
import {
  EMBEDDED_HOST,
  embeddedOwnerUrl,
  keepEmbeddedAddress,
  type EmbeddedAddress,
} from "./embedded-address";
import { postgresProgram, postgresUser, type RunAs } from "./postgresql-files";
import { reaching } from "./run-as";
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

type Options = {
  /** Holds everything: data, passwords and log. */
  folder: string;
  /** Server settings like `fsync=off`. */
  settings?: string[];
  port?: number;
};

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 15_000;

const SETTINGS = [
  `listen_addresses=${EMBEDDED_HOST}`,
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "max_connections=200",
  // without details and context, which would quote people's data
  "log_error_verbosity=terse",
  // a reader that goes away frees its connection; Windows can't tell
  ...(process.platform === "win32" ? [] : ["client_connection_check_interval=1000"]),
];

export async function startEmbedded(options: Options): Promise<Embedded> {
  const folder = resolve(options.folder);
  const runAs = postgresUser();
  mkdirSync(folder, { recursive: true });
  const dataFolder = join(folder, "postgresql");
  if (existsSync(dataFolder)) await clearStalePostgres(dataFolder);

  const kept = await keepEmbeddedAddress(folder, options.port);
  if (!existsSync(dataFolder)) initialise(folder, dataFolder, kept, runAs, options.settings ?? []);
  const server = await startUntilReady(folder, dataFolder, kept, runAs, options.settings ?? []);

  const urlOf = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@${EMBEDDED_HOST}:${kept.port}/${database}`;
  const superuserUrl = urlOf("postgres", kept.superuserPassword, "postgres");
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  await asSuperuser(superuserUrl, (client) => createMigrator(client, kept.ownerPassword));

  return {
    host: EMBEDDED_HOST,
    port: kept.port,
    superuserUrl,
    ownerUrl: (database) => embeddedOwnerUrl(kept, database),
    createDatabase: async (name) => {
      await asSuperuser(superuserUrl, (client) => createOwnedDatabase(client, name));
      await asSuperuser(urlOf("postgres", kept.superuserPassword, name), leaveEmbeddedMark);
    },
    stop: () => stop(server, dataFolder, ended),
    ended,
  };
}

/** Into a draft that is renamed when whole: a start killed half-way begins anew. */
function initialise(
  folder: string,
  data: string,
  kept: EmbeddedAddress,
  runAs: RunAs,
  settings: string[],
) {
  const draft = `${data}.draft`;
  const passwordFile = join(draft, "..", "postgresql.password");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, kept.superuserPassword, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(draft, runAs.uid, runAs.gid);
    chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  const how = ["--locale=C", "--encoding=UTF8", "--auth=scram-sha-256", "--username=postgres"];
  const where = [`--pgdata=${draft}`, `--pwfile=${passwordFile}`];
  const speed = settings.includes("fsync=off") ? ["--no-sync"] : [];
  const { command, args, as } = reaching("initdb", folder, runAs);
  const run = spawnSync(command, [...args, ...how, ...where, ...speed], {
    ...as,
    cwd: "/",
    encoding: "utf8",
  });
  rmSync(passwordFile);
  if (run.status !== 0) throw couldNotStart(folder, run.error?.message ?? run.stderr, runAs);
  renameSync(draft, data);
}

async function startUntilReady(
  folder: string,
  dataFolder: string,
  kept: EmbeddedAddress,
  runAs: RunAs,
  settings: string[],
): Promise<ChildProcess> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const { server, logged, hasEnded } = launch(folder, dataFolder, kept.port, runAs, settings);
    while (!hasEnded()) {
      if (await answers(kept)) return server;
      if (Date.now() > deadline) server.kill("SIGQUIT");
      await sleep(25);
    }
    // processes of a killed PostgreSQL may need a moment to notice it
    const isWaitingForOthers = /is still in use|already exists/.test(logged());
    if (!isWaitingForOthers || Date.now() > deadline) throw couldNotStart(folder, logged(), runAs);
    await sleep(250);
  }
}

function launch(folder: string, data: string, port: number, runAs: RunAs, settings: string[]) {
  const logPath = join(folder, "postgresql.log");
  const before = existsSync(logPath) ? readFileSync(logPath, "utf8").length : 0;
  const log = openSync(logPath, "a", 0o600);
  const flags = [...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]);
  const { command, args, as } = reaching("postgres", folder, runAs);
  const server = spawn(command, [...args, "-D", data, "-p", String(port), ...flags], {
    ...as,
    cwd: "/",
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(log);
  let failure: string | null = null;
  server.once("error", (error) => (failure = error.message));
  return {
    server,
    hasEnded: () => failure !== null || server.exitCode !== null || server.signalCode !== null,
    logged: () => failure ?? readFileSync(logPath, "utf8").slice(before),
  };
}

async function answers(kept: EmbeddedAddress): Promise<boolean> {
  const client = new Client({
    host: EMBEDDED_HOST,
    port: kept.port,
    user: "postgres",
    password: kept.superuserPassword,
    database: "postgres",
  });
  client.on("error", () => {}); // it may end while we ask; the next question tells
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop(server: ChildProcess, dataFolder: string, ended: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  if (process.platform === "win32") {
    spawnSync(postgresProgram("pg_ctl"), ["stop", "-D", dataFolder, "-m", "fast"], {
      stdio: "ignore",
    });
  } else {
    server.kill("SIGINT"); // fast shutdown: sessions are ended, everything committed is on disk
  }
  const lastResort = setTimeout(() => server.kill("SIGQUIT"), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(lastResort);
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

function couldNotStart(folder: string, said: string, runAs: RunAs): StartUpError {
  const lastLine = said.trim().split("\n").at(-1) ?? "it said nothing";
  const isShutOut = runAs.uid !== undefined && /EACCES|ermission denied/.test(said);
  const advice = isShutOut
    ? `Root runs it as the user postgres, who may not enter ${folder} or the project's folder: move them out of root's home, or start as another user.`
    : `Its log is ${join(folder, "postgresql.log")}.`;
  return new StartUpError(`PostgreSQL did not start in ${folder}: ${lastLine} ${advice}`);
}
