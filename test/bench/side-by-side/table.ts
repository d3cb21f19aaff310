// The figures as people read them.
import type { Measured } from "./rounds";

export function table(measured: readonly Measured[]): string[] {
  const rows = measured.map(({ name, perSecond, share, from, to, cpuMs, databaseCpuMs, p99Ms }) => [
    name,
    perSecond.toFixed(perSecond < 100 ? 1 : 0),
    `${share.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`,
    cpuMs.toFixed(3),
    databaseCpuMs.toFixed(3),
    p99Ms.toFixed(1),
  ]);
  const head = ["", "requests/s", "share of L2", "CPU ms", "PostgreSQL's", "p99 ms"];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}
