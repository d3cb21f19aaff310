// What a process holds, as Linux counts it, and how it grows.
import { readdirSync, readFileSync } from "node:fs";

export const residentMiB = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;

export const openHandles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** How much a figure grows in a minute, by least squares over samples at these milliseconds. */
export function growthPerMinute(
  samples: readonly (readonly [ms: number, value: number])[],
): number {
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [at, value] = [mean(samples.map(([ms]) => ms)), mean(samples.map(([, each]) => each))];
  const [over, under] = samples.reduce(
    ([sum, square], [ms, each]) => [sum + (ms - at) * (each - value), square + (ms - at) ** 2],
    [0, 0],
  );
  return (over / under) * 60_000;
}
