// What a killed server leaves behind: a PostgreSQL that still runs, or a postmaster.pid whose number belongs to
// somebody else by now. Neither may stop the next start.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 15_000;

/** Ends a PostgreSQL left running on this data folder, and removes a file that names a process of others. */
export async function clearStalePostgres(dataFolder: string): Promise<void> {
  const pid = runningPostgres(dataFolder);
  if (pid === null) return rmSync(pidFile(dataFolder), { force: true });
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + PATIENCE_MS;
  while (runningPostgres(dataFolder) !== null && Date.now() < deadline) await sleep(50);
}

/** The process of a PostgreSQL that runs on this data folder, or null. */
export function runningPostgres(dataFolder: string): number | null {
  const path = pidFile(dataFolder);
  if (!existsSync(path)) return null;
  const pid = Number(readFileSync(path, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 && commandOf(pid).includes(dataFolder) ? pid : null;
}

const pidFile = (dataFolder: string) => join(dataFolder, "postmaster.pid");

/** The command line of a process; empty for one that is gone, or where none can be asked. */
function commandOf(pid: number): string {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8")
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
