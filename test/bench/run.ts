// `npm run bench -- NAME`: runs one benchmark on real parts of its own. The last line has its figures.
import "reflect-metadata";
import { CannotRun, numbersIn } from "../drills/numbers";
import type { Bench } from "./bench";
import { fileExports } from "./exports";
import { growth } from "./growth";
import { imports } from "./imports";

const BENCHES: readonly Bench[] = [imports, fileExports, growth];

async function runBench([name, ...rest]: string[], say: (line: string) => void): Promise<void> {
  const bench = BENCHES.find((each) => each.name === name);
  if (!bench) {
    const names = BENCHES.map((each) => `  ${each.name.padEnd(10)} ${each.summary}`);
    throw new CannotRun(["npm run bench -- NAME [--seed N]", "", ...names].join("\n"));
  }
  const figures = await bench.run(numbersIn(bench.options, rest), say);
  const told = Object.entries(figures).map(([figure, value]) => `${figure}=${value}`);
  say(`${bench.name}: ${told.join(" ")}`);
}

runBench(process.argv.slice(2), (line) => console.log(line)).catch((error: unknown) => {
  console.error(error instanceof CannotRun ? error.message : error);
  process.exitCode = 1;
});
