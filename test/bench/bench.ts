// What a benchmark is: two or more ways to do the same, measured side by side in one run.
import type { Options } from "../drills/numbers";

export type Bench = {
  name: string;
  summary: string;
  options: Options;
  /** The figures of its last line. */
  run(
    numbers: { seed: number } & Record<string, number>,
    report: (line: string) => void,
  ): Promise<Record<string, number>>;
};
