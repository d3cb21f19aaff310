// Values under a person's key, bound to table, column, row and person: one that was moved, to another row or another
// person's, does not open. They know no version of the master key, and stay as they are when it changes.
//
//   format (1) | value: a box
import { CannotOpen, decrypt, encrypt } from "./box";
import { joined } from "./parts";
import { isSealedForPeople, type Place } from "./sealed-columns";

/** Not that of an envelope: neither is ever taken for the other. */
const FORMAT = Buffer.of(2);

/** The key of one person. It is kept nowhere but in the key store, wrapped. */
export type PersonKey = { readonly subjectId: string; readonly key: Buffer };

export function sealFor(person: PersonKey, place: Place, plaintext: Buffer): Buffer {
  if (!isSealedForPeople(place)) {
    throw new Error(
      `${place.table}.${place.column} is not declared in src/keys/sealed-columns.ts.`,
    );
  }
  return Buffer.concat([FORMAT, encrypt(person.key, bindingOf(person, place), plaintext)]);
}

/** Null where the person's key was destroyed. Throws CannotOpen for whatever was not sealed for this very place and person. */
export function openFor(person: PersonKey | null, place: Place, sealed: Buffer): Buffer | null {
  if (person === null) return null;
  if (!sealed.subarray(0, 1).equals(FORMAT)) throw new CannotOpen();
  return decrypt(person.key, bindingOf(person, place), sealed.subarray(1));
}

const bindingOf = ({ subjectId }: PersonKey, { table, column, id }: Place) =>
  joined(["person", FORMAT, table, column, id, subjectId]);
