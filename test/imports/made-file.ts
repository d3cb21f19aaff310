// A large file that is made up: people whom nobody knows, some who are there already, some who may not be brought in,
// some twice, some broken. The same for the same seed.
import { dice } from "../../seeds/world-lists";

export type MadeFile = {
  text: string;
  rows: number;
  /** Addresses that nobody had, once each. */
  fresh: string[];
};

type Known = { addresses: readonly string[]; closed: readonly string[] };

export function madeFile(rows: number, seed: number, { addresses, closed }: Known): MadeFile {
  const roll = dice(seed);
  const lines = ["Email,Name,Company"];
  const fresh: string[] = [];
  const sorts = [
    {
      share: 0.02,
      make: (n: number) => `${addresses[n % addresses.length]},From the file ${n},Acme`,
    },
    { share: 0.01, make: (n: number) => `${closed[n % closed.length]},Closed ${n},Acme` },
    { share: 0.01, make: (n: number) => lines.at(-(n % 5) - 1) ?? "" },
    { share: 0.005, make: () => "no address,Somebody,Acme" },
  ];
  for (let n = 0; n < rows; n += 1) {
    const at = roll();
    let sum = 0;
    const sort = n > 10 ? sorts.find(({ share }) => at < (sum += share)) : undefined;
    if (sort) lines.push(sort.make(Math.floor(roll() * 1_000_000)));
    else {
      const address = `person${n}.of${seed}@large-file.example.com`;
      fresh.push(address);
      lines.push(`${address},Person ${n} of the file,"Company ${n % 97}, Ltd"`);
    }
  }
  return { text: `${lines.join("\n")}\n`, rows, fresh };
}
