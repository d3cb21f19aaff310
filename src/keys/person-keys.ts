// The keys of people: made once for each, however many make it at the same moment, and never again once it was destroyed.
import type { Result } from "../database/pipeline";
import { type Fragment, sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import type { SubjectKind } from "../lawfulness/register";
import { randomBytesOf } from "./chance";
import { unwrapKey, wrapKey } from "./envelope";
import { KEY_BYTES } from "./key-file";
import type { PersonKey } from "./sealed-for-people";
import { personKeyOf } from "./sealed-columns";

export type KeyOwner = { kind: SubjectKind; id: string };

/** Nothing is sealed any more for a person whose key was destroyed. */
export class KeyDestroyed extends Error {
  override name = "KeyDestroyed";
  constructor(readonly subjectIds: readonly string[]) {
    super(
      `The keys of these people were destroyed, and no new ones are made: ${subjectIds.join()}.`,
    );
  }
}

/** A key as its row keeps it. */
export type NewKey = PersonKey & { kind: SubjectKind; wrapped: Buffer };

/**
 * Made without asking anybody, for people who are made in the same unit of work: `kept` has to run in it. One for each, in the
 * order of their identifiers, so that two who keep the same people's don't wait for each other.
 */
export function newKeys(owners: readonly KeyOwner[]): NewKey[] {
  const kinds = new Map(owners.map(({ kind, id }) => [id.toLowerCase(), kind]));
  return [...kinds.keys()].sort().map((subjectId) => {
    const kind = kinds.get(subjectId)!;
    const key = randomBytesOf(KEY_BYTES);
    return { subjectId, kind, key, wrapped: wrapKey(personKeyOf(subjectId), key) };
  });
}

/** The statement that keeps new keys, behind the bases by which whoever acts reaches their people. */
export const kept = (keys: readonly NewKey[]): Fragment =>
  sql`insert into keys.person_keys (subject_id, subject_kind, wrapped)
    select * from unnest(${keys.map(({ subjectId }) => subjectId)}::uuid[],
      ${keys.map(({ kind }) => kind)}::subject_kind[], ${keys.map(({ wrapped }) => wrapped)}::bytea[])`;

/**
 * The keys of people within reach, made for those who have none: one round trip for any number. Of two who make one at once
 * both get that of whoever came first. Throws KeyDestroyed where somebody's was destroyed.
 */
export async function personKeys(
  unit: Unit,
  owners: readonly KeyOwner[],
): Promise<Map<string, PersonKey>> {
  const offered = newKeys(owners);
  const ids = offered.map(({ subjectId }) => subjectId);
  const [, found] = await unit.run(sql`${kept(offered)} on conflict do nothing`, standing(ids));
  const keys = keysIn(found);
  const destroyed = ids.filter((id) => !keys.get(id));
  if (destroyed.length) throw new KeyDestroyed(destroyed);
  return keys as Map<string, PersonKey>;
}

/** The keys there are, of people within reach; null for whoever's was destroyed. */
export async function standingKeys(
  unit: Unit,
  subjectIds: readonly string[],
): Promise<Map<string, PersonKey | null>> {
  const [found] = await unit.run(standing(subjectIds));
  return keysIn(found);
}

const standing = (ids: readonly string[]) =>
  sql`select subject_id as "subjectId", wrapped from keys.person_keys where subject_id = any(${ids}::uuid[])`;

function keysIn(found: Result | undefined): Map<string, PersonKey | null> {
  const rows = (found?.rows ?? []) as { subjectId: string; wrapped: Buffer | null }[];
  return new Map(rows.map((row) => [row.subjectId, personKey(row.subjectId, row.wrapped)]));
}

/** From its row; null where there is none any more. Throws CannotOpen where it is another person's. */
export const personKey = (subjectId: string, wrapped: Buffer | null): PersonKey | null =>
  wrapped && { subjectId, key: unwrapKey(personKeyOf(subjectId), wrapped) };
