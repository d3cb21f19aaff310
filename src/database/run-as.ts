// How a program of PostgreSQL is started where root has to hand it to another user, who may not enter the folders it
// stands in (a checkout below root's home). Then, and only then, the programs are copied to an open folder, and keep
// root's right to pass closed ones on the way to their data.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { postgresProgram, type ProgramName, type RunAs } from "./postgresql-files";

type Launch = { command: string; args: string[]; as: RunAs };

const OTHERS_MAY_ENTER = 0o001;

export function reaching(name: ProgramName, folder: string, as: RunAs): Launch {
  const inPackage = postgresProgram(name);
  if (as.uid === undefined || as.gid === undefined) return { command: inPackage, args: [], as };
  const program = isOpen(dirname(inPackage)) ? inPackage : openCopy(inPackage);
  if (isOpen(folder) || !hasSetpriv()) return { command: program, args: [], as };
  const rights = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const user = [`--reuid=${as.uid}`, `--regid=${as.gid}`, "--clear-groups"];
  return { command: "setpriv", args: [...user, ...rights, program], as: {} };
}

/** The programs, copied once for each version: whole, or not there. */
function openCopy(program: string): string {
  const native = dirname(dirname(program));
  const builtAt = String(statSync(join(native, "bin")).mtimeMs);
  const version = createHash("sha256").update(native).update(builtAt).digest("hex");
  const copy = join(tmpdir(), `back-office-postgresql-${version.slice(0, 12)}`);
  if (!existsSync(copy)) {
    const draft = mkdtempSync(`${copy}-`);
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    chmodSync(draft, 0o755);
    try {
      renameSync(draft, copy);
    } catch {
      rmSync(draft, { recursive: true }); // another start was quicker
    }
  }
  return join(copy, "bin", basename(program));
}

const hasSetpriv = () => spawnSync("setpriv", ["--version"]).status === 0;

/** Whether anybody may pass through this folder and all above it. */
function isOpen(folder: string): boolean {
  if ((statSync(folder).mode & OTHERS_MAY_ENTER) === 0) return false;
  const above = dirname(folder);
  return above === folder || isOpen(above);
}
