// The figures as people read them.
import type { Measured } from "./rounds";

/** What is counted, and what the last column says of one. */
export type Titles = { rate: string; last: string };
const REQUESTS: Titles = { rate: "requests/s", last: "p99 ms" };

/** `absent`: those who can't do it. */
export function table(
  measured: readonly Measured[],
  { rate, last }: Titles = REQUESTS,
  absent: readonly string[] = [],
): string[] {
  const head = ["", rate, "share of L2", "CPU ms", "PostgreSQL's", last];
  const rows = [
    ...measured.map(cellsOf),
    ...absent.map((name) => [name, ...head.slice(1).map(() => "–")]),
  ];
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

const cellsOf = ({ name, perSecond, share, from, to, cpuMs, databaseCpuMs, p99Ms }: Measured) => [
  name,
  perSecond.toFixed(perSecond < 100 ? 1 : 0),
  `${share.toFixed(2)} (${from.toFixed(2)}–${to.toFixed(2)})`,
  cpuMs.toFixed(cpuMs < 100 ? 3 : 0),
  databaseCpuMs.toFixed(databaseCpuMs < 100 ? 3 : 0),
  p99Ms.toFixed(p99Ms < 1_000 ? 1 : 0),
];

/** The shares, for the last line. */
export const figuresOf = (measured: readonly Measured[]): Record<string, number> =>
  Object.fromEntries(
    measured.map(({ name, share }) => [name.replaceAll(" ", "-"), Number(share.toFixed(2))]),
  );
