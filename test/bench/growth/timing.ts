// The worlds in turn, one request at a time: the median of each, and how far they lie apart.
import { median } from "../../drills/send";
import { connectedTo } from "./asking";
import type { Question } from "./questions";
import type { GrownWorld } from "./worlds";

const WARM_UP = 20;

/** In milliseconds, one for each world. */
export const mediansOf = (
  worlds: readonly GrownWorld[],
  questions: readonly Question[],
  rounds: number,
): Promise<number[]> =>
  connectedTo(worlds, async (asks) => {
    const times = worlds.map((): number[] => []);
    for (let round = 0; round < WARM_UP + rounds; round += 1)
      for (let turn = 0; turn < asks.length; turn += 1) {
        const place = (round + turn) % asks.length;
        const { milliseconds } = await asks[place]!(questions[place]!(round));
        if (round >= WARM_UP) times[place]!.push(milliseconds);
      }
    return times.map(median);
  });

/** Between any two of them, the larger by the smaller. */
export const ratioOf = (medians: readonly number[]) => Math.max(...medians) / Math.min(...medians);
