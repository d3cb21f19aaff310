// The processor time that processes have taken, as Linux counts it; elsewhere it isn't told.
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

/** In milliseconds, of a process alone or with all its children. */
export function cpuOf(pid: number, withChildren = false): number {
  const own = ticksOf(pid);
  return (
    TICK_MS * (withChildren ? childrenOf(pid).reduce((sum, each) => sum + ticksOf(each), own) : own)
  );
}

function ticksOf(pid: number): number {
  const fields = statOf(pid);
  return fields ? Number(fields[11]) + Number(fields[12]) : 0;
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
