// PostgreSQL as a process of ours, in a process group of its own: Ctrl-C in a terminal reaches the program first,
// which stops PostgreSQL last.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { couldNotStart, type Cluster } from "./cluster";
import { EMBEDDED_HOST, type EmbeddedAddress } from "./embedded-address";
import { postgresProgram } from "./postgresql-files";
import { reaching } from "./run-as";

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

/** Answers when PostgreSQL does. */
export async function startProcess(cluster: Cluster): Promise<ChildProcess> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const { server, logged, hasEnded } = launch(cluster);
    while (!hasEnded()) {
      if (await answers(cluster.address)) return server;
      if (Date.now() > deadline) server.kill("SIGQUIT");
      await sleep(25);
    }
    // processes of a killed PostgreSQL may need a moment to notice it
    const isWaitingForOthers = /is still in use|already exists/.test(logged());
    if (!isWaitingForOthers || Date.now() > deadline) throw couldNotStart(cluster, logged());
    await sleep(250);
  }
}

function launch({ folder, dataFolder, address, runAs, settings }: Cluster) {
  const logPath = join(folder, "postgresql.log");
  const before = existsSync(logPath) ? readFileSync(logPath, "utf8").length : 0;
  const log = openSync(logPath, "a", 0o600);
  const flags = [...SETTINGS, ...settings].flatMap((setting) => ["-c", setting]);
  const { command, args, as } = reaching("postgres", folder, runAs);
  const server = spawn(command, [...args, "-D", dataFolder, "-p", String(address.port), ...flags], {
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

async function answers({ port, superuserPassword }: EmbeddedAddress): Promise<boolean> {
  const client = new Client({
    host: EMBEDDED_HOST,
    port,
    user: "postgres",
    password: superuserPassword,
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

export async function stopProcess(
  server: ChildProcess,
  dataFolder: string,
  ended: Promise<void>,
): Promise<void> {
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
