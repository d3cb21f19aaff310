// What becomes of each row, decided from what the database knows. Of two rows with one address the first counts:
// the later one says the same, or is refused.
import type { ImportRefusal } from "./batch";
import { changedLater, checkTimes, closed, duplicate, type Person } from "./check-row";

/** `isLater`: changed by somebody since the import began. */
export type Existing = { id: string; name: string; isLater: boolean };

export type Known = {
  now: string;
  /** Hashes of addresses that may not be brought in, in hexadecimal. */
  closed: ReadonlySet<string>;
  /** Those whom the viewer may see, by canonical address. */
  existing: ReadonlyMap<string, Existing>;
  /** Records that an undone import closed, by hash in hexadecimal: they may be brought in anew. */
  undone: ReadonlyMap<string, string>;
};

/** `opens`: the closed record that the person has already. */
export type Addition = Person & { opens: string | null };
export type Renaming = { row: number; id: string; name: string; oldName: string };

export type Plan = {
  add: Addition[];
  rename: Renaming[];
  unchanged: number;
  refused: ImportRefusal[];
};

export function planOf(people: readonly Person[], known: Known): Plan {
  const plan: Plan = { add: [], rename: [], unchanged: 0, refused: [] };
  const names = new Map<string, string>();
  for (const person of people) {
    const { name, address } = person;
    const earlier = names.get(address.canonical);
    const hash = address.hash.toString("hex");
    const opens = known.undone.get(hash) ?? null;
    const refusal =
      checkTimes(person, known.now) ??
      (known.closed.has(hash) && opens === null ? closed(person) : null) ??
      (earlier !== undefined && earlier !== name ? duplicate(person) : null);
    if (refusal) {
      plan.refused.push(refusal);
      continue;
    }
    names.set(address.canonical, name);
    const existing = known.existing.get(address.canonical);
    if (earlier !== undefined || existing?.name === name) plan.unchanged += 1;
    else if (existing?.isLater) plan.refused.push(changedLater(person));
    else if (existing)
      plan.rename.push({ row: person.row, id: existing.id, name, oldName: existing.name });
    else plan.add.push({ ...person, opens });
  }
  // One order for all, so that two imports at once wait for each other in a line and not in a ring.
  plan.add.sort((a, b) => (a.address.canonical < b.address.canonical ? -1 : 1));
  return plan;
}
