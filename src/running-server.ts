// One `npm start` for each DATA_DIR: a file names the process that serves from it. A number alone would lie
// after a restart of the machine or of a container, so the process's own start time stands beside it.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartUpError } from "./start-up-error";

const fileIn = (dataDir: string) => join(dataDir, "server.pid");

/** Claims the folder for this process; answers how to let it go. */
export function claimDataDir(dataDir: string): () => void {
  const path = fileIn(dataDir);
  const draft = `${path}.${process.pid}`;
  mkdirSync(dataDir, { recursive: true });
  refuseWhileRunning(dataDir);
  rmSync(path, { force: true });
  writeFileSync(draft, identityOf(process.pid));
  try {
    linkSync(draft, path);
  } catch {
    refuseWhileRunning(dataDir); // somebody was faster
  } finally {
    rmSync(draft);
  }
  return () => rmSync(path, { force: true });
}

export function refuseWhileRunning(dataDir: string): void {
  const pid = serverOn(dataDir);
  if (pid === null) return;
  throw new StartUpError(
    `A server is running on ${dataDir} (process ${pid}). End it first, or set DATA_DIR to another folder.`,
  );
}

function serverOn(dataDir: string): number | null {
  const claimed = textOf(fileIn(dataDir));
  const pid = Number(claimed.split(" ")[0]);
  if (!Number.isInteger(pid) || pid < 1 || pid === process.pid) return null;
  return isAlive(pid) && identityOf(pid) === claimed ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The process's number and, where the system tells, when it started. */
function identityOf(pid: number): string {
  const afterName = textOf(`/proc/${pid}/stat`).split(") ").at(-1) ?? "";
  return `${pid} ${afterName.split(" ")[19] ?? ""}`.trim();
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
