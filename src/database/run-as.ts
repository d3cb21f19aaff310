// How a program of PostgreSQL is started where root has to hand it to another user, who may not enter the folders it
// stands in (a checkout below root's home). Then, and only then, it keeps root's right to pass closed folders.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { postgresProgram, type ProgramName, type RunAs } from "./postgresql-files";

type Launch = { command: string; args: string[]; as: RunAs };

const OTHERS_MAY_ENTER = 0o001;

export function reaching(name: ProgramName, folder: string, as: RunAs): Launch {
  const program = postgresProgram(name);
  if (as.uid === undefined || as.gid === undefined) return { command: program, args: [], as };
  if (isOpen(dirname(program)) && isOpen(folder)) return { command: program, args: [], as };
  const rights = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const args = [`--reuid=${as.uid}`, `--regid=${as.gid}`, "--clear-groups", ...rights, program];
  return spawnSync("setpriv", ["--version"]).status === 0
    ? { command: "setpriv", args, as: {} }
    : { command: program, args: [], as };
}

/** Whether anybody may pass through this folder and all above it. */
function isOpen(folder: string): boolean {
  if ((statSync(folder).mode & OTHERS_MAY_ENTER) === 0) return false;
  const above = dirname(folder);
  return above === folder || isOpen(above);
}
