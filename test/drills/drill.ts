// What a drill is: something goes wrong on purpose, and checks say whether the promise was kept all the same.
import type { Options } from "./numbers";

/** What should be so, and whether it was. */
export type Check = [sentence: string, isKept: boolean];
export type Outcome = { checks: Check[]; figures: Record<string, number> };

export type Drill = {
  name: string;
  summary: string;
  /** Numbers beside the seed that it takes. */
  options: Options;
  run(
    numbers: { seed: number } & Record<string, number>,
    report: (line: string) => void,
  ): Promise<Outcome>;
};
