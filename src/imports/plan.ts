// What becomes of each row, decided from what the database knows. Of two rows with one address the first counts:
// the later one says the same, or is refused.
import type { ImportRefusal } from "./batch";
import { checkTimes, closed, duplicate, type Person } from "./check-row";

export type Known = {
  now: string;
  /** Hashes of addresses that may not be brought in, in hexadecimal. */
  closed: ReadonlySet<string>;
  /** Those whom the viewer may see, by canonical address. */
  existing: ReadonlyMap<string, { id: string; name: string }>;
};

export type Plan = {
  add: Person[];
  rename: { id: string; name: string }[];
  unchanged: number;
  refused: ImportRefusal[];
};

export function planOf(people: readonly Person[], known: Known): Plan {
  const plan: Plan = { add: [], rename: [], unchanged: 0, refused: [] };
  const names = new Map<string, string>();
  for (const person of people) {
    const { name, address } = person;
    const earlier = names.get(address.canonical);
    const refusal =
      checkTimes(person, known.now) ??
      (known.closed.has(address.hash.toString("hex")) ? closed(person) : null) ??
      (earlier !== undefined && earlier !== name ? duplicate(person) : null);
    if (refusal) {
      plan.refused.push(refusal);
      continue;
    }
    names.set(address.canonical, name);
    const existing = known.existing.get(address.canonical);
    if (earlier !== undefined || existing?.name === name) plan.unchanged += 1;
    else if (existing) plan.rename.push({ id: existing.id, name });
    else plan.add.push(person);
  }
  // One order for all, so that two imports at once wait for each other in a line and not in a ring.
  plan.add.sort((a, b) => (a.address.canonical < b.address.canonical ? -1 : 1));
  return plan;
}
