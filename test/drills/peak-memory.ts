// How much memory a process of a drill took.
import { readFileSync } from "node:fs";
import type { RunningProcess } from "./processes";

/** The most that it held so far, in MiB, as Linux counts it. */
export function peakOf({ pid }: RunningProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]) / 1_024);
}
