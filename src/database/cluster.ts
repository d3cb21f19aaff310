// The folder of an embedded PostgreSQL: what stands in it, and how it is filled the first time.
import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartUpError } from "../start-up-error";
import type { EmbeddedAddress } from "./embedded-address";
import type { RunAs } from "./postgresql-files";
import { reaching } from "./run-as";

export type Cluster = {
  /** Holds everything: data, passwords and log. */
  folder: string;
  dataFolder: string;
  address: EmbeddedAddress;
  runAs: RunAs;
  /** Server settings like `fsync=off`. */
  settings: string[];
};

/** Into a draft that is renamed when whole: a start killed half-way begins anew. */
export function initialise(cluster: Cluster): void {
  const { folder, dataFolder, address, runAs, settings } = cluster;
  const draft = `${dataFolder}.draft`;
  const passwordFile = join(draft, "..", "postgresql.password");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, address.superuserPassword, { mode: 0o600 });
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
  if (run.status !== 0) throw couldNotStart(cluster, run.error?.message ?? run.stderr);
  renameSync(draft, dataFolder);
}

export function couldNotStart({ folder, runAs }: Cluster, said: string): StartUpError {
  const lastLine = said.trim().split("\n").at(-1) ?? "it said nothing";
  const isShutOut = runAs.uid !== undefined && /EACCES|ermission denied/.test(said);
  const advice = isShutOut
    ? `Root runs it as the user postgres, who may not enter ${folder} or the project's folder: move them out of root's home, or start as another user.`
    : `Its log is ${join(folder, "postgresql.log")}.`;
  return new StartUpError(`PostgreSQL did not start in ${folder}: ${lastLine} ${advice}`);
}
