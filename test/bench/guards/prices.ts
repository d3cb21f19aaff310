// What each guard costs: the share of its requests that the program would answer more without it, round by round.
import { type Measured, type Slot, summarised } from "../side-by-side/rounds";
import { NONE, WHOLE } from "./forms";

export type Priced = Measured & {
  /** In hundredths, with the middle half: 1 - «with all guards» / this one. Below zero where it is the slower. */
  price: number;
  priceFrom: number;
  priceTo: number;
};

/** `share` is that of «with all guards». */
export function pricesIn(names: readonly string[], slots: readonly (readonly Slot[])[]): Priced[] {
  const whole = slots[names.indexOf(WHOLE.name)]!;
  return names.map((name, place) => {
    const own = slots[place]!;
    const { share, from, to } = summarised(WHOLE.name, whole, own);
    const priceOf = (left: number) => 100 * (1 - left);
    return {
      ...summarised(name, own, whole),
      ...{ price: priceOf(share), priceFrom: priceOf(to), priceTo: priceOf(from) },
    };
  });
}

export function tableOf(workload: string, priced: readonly Priced[]): string[] {
  const head = [workload, "requests/s", "of all guards", "price %", "CPU ms", "PostgreSQL's"];
  const rows = priced.map(({ name, perSecond, share, cpuMs, databaseCpuMs, ...each }) => [
    name,
    perSecond.toFixed(perSecond < 100 ? 1 : 0),
    share.toFixed(2),
    name === WHOLE.name ? "–" : spread(each),
    cpuMs.toFixed(3),
    databaseCpuMs.toFixed(3),
  ]);
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]!.length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}

const spread = ({ price, priceFrom, priceTo }: Pick<Priced, "price" | "priceFrom" | "priceTo">) =>
  `${price.toFixed(1)} (${priceFrom.toFixed(1)} to ${priceTo.toFixed(1)})`;

export function figuresOf(workload: string, priced: readonly Priced[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { name, perSecond, share, price, cpuMs, databaseCpuMs } of priced) {
    const told = { perSecond, share, price, cpuMs, databaseCpuMs };
    for (const [figure, value] of Object.entries(told))
      figures[`${workload}.${name.replaceAll(" ", "-")}.${figure}`] = Number(value.toFixed(3));
    if (name === NONE.name) figures[`${workload}.allTogether`] = Number(price.toFixed(3));
  }
  return figures;
}
