// `npm run reset`: back to before the first start. Removes what this program made in DATA_DIR and nothing else.
import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "./config";
import { runningPostgres } from "./database/stale-postgresql";
import { refuseWhileRunning } from "./running-server";
import { StartUpError } from "./start-up-error";

const OURS = [
  "development.json",
  "keys",
  "login-passwords.json",
  "mail",
  "postgresql",
  "postgresql.draft",
  "postgresql.json",
  "postgresql.log",
  "server.pid",
];

export function reset(env: NodeJS.ProcessEnv): void {
  const { dataDir, database } = readSettings(env);
  if (database) {
    throw new StartUpError(
      "DATABASE_URL is set, and reset removes embedded data alone. Unset it, or drop that database yourself.",
    );
  }
  refuseWhileRunning(dataDir);
  const postgres = runningPostgres(join(dataDir, "postgresql"));
  if (postgres !== null) {
    throw new StartUpError(
      `A PostgreSQL left by a killed server still runs on ${dataDir} (process ${postgres}). Run npm start and end it with Ctrl-C, then reset.`,
    );
  }
  const removed = OURS.filter((name) => existsSync(join(dataDir, name)));
  for (const name of removed) rmSync(join(dataDir, name), { recursive: true });
  if (existsSync(dataDir) && readdirSync(dataDir).length === 0) rmdirSync(dataDir);
  console.log(
    removed.length ? `Removed ${removed.join(", ")} from ${dataDir}` : "Nothing to remove",
  );
}
