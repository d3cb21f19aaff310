// `npm run bench -- NAME`: runs one benchmark on real parts of its own. The last line has its figures; with --json it is
// the only one, and JSON.
import "reflect-metadata";
import { resolve } from "node:path";
import { CannotRun, numbersIn } from "../drills/numbers";
import type { Bench } from "./bench";
import { fileExports } from "./exports";
import { growth } from "./growth";
import { imports } from "./imports";
import { plans } from "./plans";
import { workloadBench } from "./side-by-side/workload-bench";

const BENCHES: readonly Bench[] = [
  ...(["W1", "W2", "W3"] as const).map(workloadBench),
  imports,
  fileExports,
  growth,
  plans,
];

async function runBench([name, ...rest]: string[], say: (line: string) => void): Promise<void> {
  const bench = BENCHES.find((each) => each.name === name);
  if (!bench) throw new CannotRun(help());
  const { isJson, folder, numbers } = split(rest);
  const told = isJson ? () => undefined : say;
  const figures = await bench.run(numbersIn(bench.options, numbers), told, { folder });
  const line = Object.entries(figures).map(([figure, value]) => `${figure}=${value}`);
  say(isJson ? JSON.stringify({ name, ...figures }) : `${bench.name}: ${line.join(" ")}`);
}

/** What is no number: --json, and --data with a folder. */
function split(args: readonly string[]) {
  const place = args.indexOf("--data");
  const given = place < 0 ? undefined : args[place + 1];
  if (place >= 0 && given === undefined) throw new CannotRun("--data takes a folder.");
  const numbers = args.filter(
    (arg, at) => arg !== "--json" && (place < 0 || (at !== place && at !== place + 1)),
  );
  return { isJson: args.includes("--json"), folder: given ? resolve(given) : null, numbers };
}

const help = () =>
  [
    "Measures side by side on real parts of its own.",
    "",
    "  npm run bench -- NAME [--seed N] [--json] [--data FOLDER]",
    "",
    ...BENCHES.flatMap(({ name, summary, options }) => [
      `  ${name.padEnd(10)} ${summary}`,
      ...Object.entries(options).map(
        ([option, { default: otherwise, meaning }]) =>
          `  ${"".padEnd(10)} --${option} N: ${meaning} (${otherwise})`,
      ),
    ]),
    "",
    "With --data W1, W2, W3 and plans keep the database that they grew in this folder, and find it there the next time.",
  ].join("\n");

runBench(process.argv.slice(2), (line) => console.log(line)).catch((error: unknown) => {
  console.error(error instanceof CannotRun ? error.message : error);
  process.exitCode = 1;
});
