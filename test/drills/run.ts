// `npm run drill -- NAME [--seed N]`: runs one drill on real parts of its own. The last line has the verdict, the seed
// and the figures; the exit code is 0 where every check was kept, and 1 otherwise.
import "reflect-metadata";
import { access } from "./access";
import { audit } from "./audit";
import { badFiles } from "./bad-files";
import type { Drill } from "./drill";
import { aborts } from "./faults/aborts";
import { apiKill } from "./faults/api-kill";
import { costly } from "./faults/costly";
import { databaseKill } from "./faults/database-kill";
import { migrationKill } from "./faults/migration-kill";
import { poisonJob } from "./faults/poison-job";
import { pool } from "./faults/pool";
import { rollingRestart } from "./faults/rolling-restart";
import { workerKill } from "./faults/worker-kill";
import { feed } from "./feed";
import { importKill } from "./import-kill";
import { lawfulness } from "./lawfulness";
import { CannotRun, numbersIn } from "./numbers";
import { requests } from "./requests";
import { revocation } from "./revocation";
import { signIn } from "./sign-in";
import { walls } from "./walls";

const DRILLS: readonly Drill[] = [
  feed,
  signIn,
  requests,
  access,
  revocation,
  importKill,
  badFiles,
  walls,
  lawfulness,
  audit,
  apiKill,
  databaseKill,
  pool,
  poisonJob,
  workerKill,
  migrationKill,
  rollingRestart,
  aborts,
  costly,
];

export async function runDrill(args: string[], say: (line: string) => void): Promise<boolean> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h") {
    say(help());
    return true;
  }
  const drill = DRILLS.find((each) => each.name === name);
  if (!drill) throw new CannotRun(`There is no drill «${name}». See --help.`);
  const numbers = numbersIn(drill.options, rest);
  const { checks, figures } = await drill.run(numbers, say);
  for (const [sentence, isKept] of checks) say(`${isKept ? "✓" : "✗"} ${sentence}`);
  const isKept = checks.every(([, each]) => each);
  const told = Object.entries(figures).map(([figure, value]) => `${figure}=${value}`);
  say(`${drill.name}: ${isKept ? "KEPT" : "BROKEN"} seed=${numbers.seed} ${told.join(" ")}`);
  return isKept;
}

const help = () =>
  [
    "Runs a drill on a PostgreSQL of its own. Exit code 0: every check was kept.",
    "",
    "  npm run drill -- NAME [--seed N]",
    "",
    ...DRILLS.flatMap(({ name, summary, options }) => [
      `  ${name.padEnd(16)} ${summary}`,
      ...Object.entries(options).map(
        ([option, { default: otherwise, meaning }]) =>
          `  ${"".padEnd(16)} --${option} N: ${meaning} (${otherwise})`,
      ),
    ]),
  ].join("\n");

if (require.main === module) {
  runDrill(process.argv.slice(2), (line) => console.log(line)).then(
    (isKept) => (process.exitCode = isKept ? 0 : 1),
    (error: unknown) => {
      const isMistake = error instanceof CannotRun;
      console.error(isMistake ? error.message : error);
      process.exitCode = 1;
    },
  );
}
