// The numbers that drills and benchmarks take on the command line.
import { parseArgs } from "node:util";

export type Options = Record<
  string,
  { default: number; minimum: number; maximum: number; meaning: string }
>;

/** A mistake of the person at the command line, told in one line. */
export class CannotRun extends Error {}

/** The numbers given on the command line, with the seed; whole, and within their bounds. */
export function numbersIn(
  options: Options,
  args: string[],
): { seed: number } & Record<string, number> {
  const bounds = {
    seed: { default: 1, minimum: 0, maximum: 1_000_000 },
    ...options,
  };
  const given = valuesIn(args, Object.keys(bounds));
  const numbers = Object.entries(bounds).map(
    ([option, { default: otherwise, minimum, maximum }]) => {
      const number = Number(given[option] ?? otherwise);
      if (Number.isInteger(number) && number >= minimum && number <= maximum)
        return [option, number];
      throw new CannotRun(`--${option} takes a whole number from ${minimum} to ${maximum}.`);
    },
  );
  return Object.fromEntries(numbers) as { seed: number } & Record<string, number>;
}

function valuesIn(args: string[], names: string[]): Record<string, string | undefined> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    return parseArgs({ args, options }).values;
  } catch {
    throw new CannotRun("An option is unknown or lacks its value. See --help.");
  }
}
