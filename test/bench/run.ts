// `npm run bench -- NAME`: runs one benchmark on real parts of its own. The last line has its figures; with --json it is
// the only one, and JSON.
import "reflect-metadata";
import { resolve } from "node:path";
import { CannotRun, numbersIn } from "../drills/numbers";
import type { Bench } from "./bench";
import { consoleBench } from "./console/console-bench";
import { fileExports } from "./exports";
import { growth } from "./growth/growth-bench";
import { guards } from "./guards/guards-bench";
import { imports } from "./imports";
import { lawfulness } from "./lawfulness";
import { plans } from "./plans";
import { workloadBench } from "./side-by-side/workload-bench";
import { wholeFile } from "./whole-file/whole-file-bench";

const BENCHES: readonly Bench[] = [
  ...(["W1", "W2", "W3"] as const).map(workloadBench),
  wholeFile,
  guards,
  imports,
  fileExports,
  growth,
  lawfulness,
  consoleBench,
  plans,
];

const FLAGS = ["--json", "--peers"];

async function runBench([name, ...rest]: string[], say: (line: string) => void): Promise<void> {
  const bench = BENCHES.find((each) => each.name === name);
  if (!bench) throw new CannotRun(help());
  const { isJson, withPeers, folder, numbers } = split(rest);
  if (withPeers && !bench.hasPeers) throw new CannotRun(`${bench.name} has no peers.`);
  const told = isJson ? () => undefined : say;
  const given = numbersIn(bench.options, numbers);
  const figures = await bench.run(given, told, { folder, withPeers });
  const line = Object.entries(figures).map(([figure, value]) => `${figure}=${value}`);
  say(isJson ? JSON.stringify({ name, ...figures }) : `${bench.name}: ${line.join(" ")}`);
}

/** What is no number: --json, --peers, and --data with a folder. */
function split(args: readonly string[]) {
  const place = args.indexOf("--data");
  const given = place < 0 ? undefined : args[place + 1];
  if (place >= 0 && given === undefined) throw new CannotRun("--data takes a folder.");
  const numbers = args.filter(
    (arg, at) => !FLAGS.includes(arg) && (place < 0 || (at !== place && at !== place + 1)),
  );
  const [isJson, withPeers] = FLAGS.map((flag) => args.includes(flag)) as [boolean, boolean];
  return { isJson, withPeers, folder: given ? resolve(given) : null, numbers };
}

const help = () =>
  [
    "Measures side by side on real parts of its own.",
    "",
    "  npm run bench -- NAME [--seed N] [--json] [--data FOLDER] [--peers]",
    "",
    ...BENCHES.flatMap(({ name, summary, options }) => [
      `  ${name.padEnd(10)} ${summary}`,
      ...Object.entries(options).map(
        ([option, { default: otherwise, meaning }]) =>
          `  ${"".padEnd(10)} --${option} N: ${meaning} (${otherwise})`,
      ),
    ]),
    "",
    "With --data W1 to W4, guards and plans keep the database that they grew in this folder, and find it there the next time.",
    "So does growth with the largest of its three; the smaller ones lie beside it, in FOLDER-10000 and FOLDER-100000.",
    "With --peers they are measured beside the usual build of this stack and beside PostGraphile 5, whose packages are",
    "installed then, for the benchmark alone.",
  ].join("\n");

runBench(process.argv.slice(2), (line) => console.log(line)).catch((error: unknown) => {
  console.error(error instanceof CannotRun ? error.message : error);
  process.exitCode = 1;
});
