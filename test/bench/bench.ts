// What a benchmark is: two or more ways to do the same, measured side by side in one run.
import type { Options } from "../drills/numbers";

export type Bench = {
  name: string;
  summary: string;
  options: Options;
  /** Whether others than us can be measured too. */
  hasPeers?: boolean;
  /** The figures of its last line. In `folder` a grown database is kept for the next time, where a benchmark says so. */
  run(
    numbers: { seed: number } & Record<string, number>,
    report: (line: string) => void,
    where: { folder: string | null; withPeers: boolean },
  ): Promise<Record<string, number>>;
};
