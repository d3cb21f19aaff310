// Sums that a request pays for with a few nanoseconds each, and that become Prometheus's metrics only when it asks for them:
// the library's own take a microsecond, of which a request has few to give away.
import type { Metric, MetricValueWithName, Registry } from "prom-client";

export type Tally = {
  readonly labels: Record<string, string>;
  /** How many were in each bucket and no lower one; the last holds all that were longer. */
  readonly counts: number[];
  seconds: number;
  /** What else is added up beside, where something is. */
  statements: number;
  failures: number;
};

export type Tallies = {
  /** The one that is kept under this key, made with these labels when it is first asked for. */
  of(key: string, labels: () => Record<string, string>): Tally;
  observe(tally: Tally, milliseconds: number): void;
  readonly all: ReadonlyMap<string, Tally>;
  readonly bounds: readonly number[];
};

/** Bounds in seconds, from the lowest. */
export function newTallies(bounds: readonly number[]): Tallies {
  const all = new Map<string, Tally>();
  return {
    all,
    bounds,
    of: (key, labels) => {
      const known = all.get(key);
      if (known) return known;
      const counts = [...bounds, Infinity].map(() => 0);
      const made = { labels: labels(), counts, seconds: 0, statements: 0, failures: 0 };
      all.set(key, made);
      return made;
    },
    observe: (tally, milliseconds) => {
      const seconds = milliseconds / 1_000;
      let place = 0;
      while (place < bounds.length && seconds > bounds[place]!) place += 1;
      tally.counts[place]! += 1;
      tally.seconds += seconds;
    },
  };
}

type Words = { name: string; help: string };

export function tellDurations(registry: Registry, words: Words, tallies: Tallies): void {
  const { name } = words;
  tell(registry, words, "histogram", () =>
    [...tallies.all.values()].flatMap((tally) => {
      const { labels, counts, seconds } = tally;
      let upTo = 0;
      const buckets = counts.map((count, place) => ({
        metricName: `${name}_bucket`,
        labels: { ...labels, le: String(tallies.bounds[place] ?? "+Inf") },
        value: (upTo += count),
      }));
      return [
        ...buckets,
        { metricName: `${name}_sum`, labels, value: seconds },
        { metricName: `${name}_count`, labels, value: upTo },
      ];
    }),
  );
}

export function tellSum(
  registry: Registry,
  words: Words,
  { all }: Tallies,
  sumOf: (tally: Tally) => number,
): void {
  tell(registry, words, "counter", () =>
    [...all.values()].map((tally) => ({
      ...{ metricName: words.name, labels: tally.labels, value: sumOf(tally) },
    })),
  );
}

export const timesIn = ({ counts }: Tally): number => counts.reduce((sum, count) => sum + count, 0);

type Value = MetricValueWithName<string>;

/** A registry asks its metrics no more than this. */
function tell(
  registry: Registry,
  words: Words,
  type: "counter" | "histogram",
  values: () => Value[],
): void {
  const get = async () => ({ ...words, type, aggregator: "sum", values: values() });
  registry.registerMetric({ name: words.name, get, reset: () => undefined } as unknown as Metric);
}
