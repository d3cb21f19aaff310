// The processor time that processes have taken, as Linux counts it; elsewhere it isn't told.
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** In milliseconds, of a process alone or with all its children, those that have ended too. */
export function cpuOf(pid: number, withChildren = false): number {
  if (!withChildren) return TICK_MS * ticksOf(pid, OWN);
  const ofLiving = childrenOf(pid).reduce((sum, each) => sum + ticksOf(each, OWN), 0);
  return TICK_MS * (ofLiving + ticksOf(pid, [...OWN, ...OF_ENDED_CHILDREN]));
}

/** proc(5): utime and stime; cutime and cstime. Counted from the state on. */
const OWN = [11, 12];
const OF_ENDED_CHILDREN = [13, 14];

function ticksOf(pid: number, fields: readonly number[]): number {
  const stat = statOf(pid);
  return stat ? fields.reduce((sum, field) => sum + Number(stat[field]), 0) : 0;
}

const childrenOf = (parent: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(statOf(Number(name))?.[1]) === parent)
    .map(Number);

/** What follows the name of the program, which may hold spaces. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null; // ended meanwhile
  }
}
