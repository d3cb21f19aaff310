// What was changed of one person, from what into what, beside the entry of the change: under the person's key, so that it goes
// with the key, and the entry and its seal stay as they are.
import type { Unit } from "../../database/unit-of-work";
import { KeyDestroyed, type KeyOwner, personKeys } from "../../keys/person-keys";
import { changesOf } from "../../keys/sealed-columns";
import { openFor, type PersonKey, sealFor } from "../../keys/sealed-for-people";

/** By field. */
export type Changes = Record<string, { before: string | null; after: string | null }>;

/** The fields that differ, as far as they are texts. */
export function changesIn<Name extends string>(
  fields: readonly Name[],
  before: Record<Name, string | null>,
  after: Record<Name, string | null>,
): Changes {
  return Object.fromEntries(
    fields.map((name) => [name, { before: before[name], after: after[name] }]),
  );
}

/** For the entry with this identifier. Null for whoever's key was destroyed: nothing is kept anew of them. */
export async function sealedChanges(
  unit: Unit,
  person: KeyOwner,
  entryId: string,
  changes: Changes,
): Promise<Buffer | null> {
  try {
    const keys = await personKeys(unit, [person]);
    const key = keys.get(person.id.toLowerCase())!;
    return sealFor(key, changesOf(entryId), Buffer.from(JSON.stringify(changes)));
  } catch (error) {
    if (error instanceof KeyDestroyed) return null;
    throw error;
  }
}

/** Null where the person's key was destroyed. */
export function openedChanges(
  key: PersonKey | null,
  entryId: string,
  sealed: Buffer,
): Changes | null {
  const opened = openFor(key, changesOf(entryId), sealed);
  return opened && (JSON.parse(opened.toString()) as Changes);
}
