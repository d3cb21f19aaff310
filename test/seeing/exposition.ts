// What Prometheus reads, and the figures in it.

export type Exposition = {
  text: string;
  /** The value of the one series with these labels, whatever others it has; 0 where there is none. */
  valueOf(name: string, labels?: Record<string, string>): number;
  /** The different values of a label. */
  labelsOf(name: string, label: string): string[];
};

export async function scrape(address: string | null): Promise<Exposition> {
  const response = await fetch(`${address}/metrics`);
  expect(response.status).toBe(200);
  const text = await response.text();
  const series = text.split("\n").flatMap((line) => {
    const [, name, labels = "", value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    const pairs = [...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, word]) => [key, word]);
    return name ? [{ name, labels: Object.fromEntries(pairs), value: Number(value) }] : [];
  });
  return {
    text,
    valueOf: (name, labels = {}) => {
      const found = series.filter(
        (each) =>
          each.name === name &&
          Object.entries(labels).every(([key, word]) => each.labels[key] === word),
      );
      expect(found.length).toBeLessThanOrEqual(1);
      return found[0]?.value ?? 0;
    },
    labelsOf: (name, label) => [
      ...new Set(
        series
          .filter((each) => each.name === name)
          .map(({ labels }) => (labels as Record<string, string>)[label]!),
      ),
    ],
  };
}

/** Asks again until it is so. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isSo: (found: T) => boolean,
): Promise<T> {
  for (let n = 0; n < 200; n += 1) {
    const found = await ask();
    if (isSo(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It never was so.");
}
