// Envelope encryption in the application: each value has a random key of its own, wrapped under the master key. Both layers
// are bound to table, column and row, so a value that was moved does not open. A person's key is the first layer alone.
//
//   format (1) | master key's version (4) | wrapped key: a box of 32 | value: a box
import { BOX_BYTES, CannotOpen, decrypt, encrypt } from "./box";
import { randomBytesOf } from "./chance";
import { KEY_BYTES } from "./key-file";
import { masterKeyOf, newestMasterKey } from "./master-key";
import { joined, uint32, type Part } from "./parts";
import { isSealed, type Place } from "./sealed-columns";

const FORMAT = Buffer.of(1);
const HEADER_BYTES = FORMAT.length + 4;
const WRAPPED_BYTES = HEADER_BYTES + KEY_BYTES + BOX_BYTES;

export function seal(place: Place, plaintext: Buffer): Buffer {
  const key = randomBytesOf(KEY_BYTES);
  return Buffer.concat([wrapKey(place, key), encrypt(key, bindingOf(place, "value"), plaintext)]);
}

/** Throws CannotOpen for whatever was not sealed for this very place. */
export function open(place: Place, sealed: Buffer): Buffer {
  return decrypt(unwrap(place, sealed), bindingOf(place, "value"), valueOf(sealed));
}

/** A key under the newest master key, for a place that holds nothing else. */
export function wrapKey(place: Place, key: Buffer): Buffer {
  if (!isSealed(place)) {
    throw new Error(
      `${place.table}.${place.column} is not declared in src/keys/sealed-columns.ts.`,
    );
  }
  const master = newestMasterKey();
  const header = headerOf(master.version);
  return Buffer.concat([header, encrypt(master.key, bindingOf(place, "key", header), key)]);
}

/** Throws CannotOpen for whatever was not wrapped for this very place. */
export function unwrapKey(place: Place, wrapped: Buffer): Buffer {
  if (wrapped.length !== WRAPPED_BYTES) throw new CannotOpen();
  return unwrap(place, wrapped);
}

/** The same value with its key wrapped under the newest master key. The value itself is not touched. */
export function rewrap(place: Place, sealed: Buffer): Buffer {
  return Buffer.concat([wrapKey(place, unwrap(place, sealed)), valueOf(sealed)]);
}

/** How every value begins that is sealed under this version of the master key. */
export const headerOf = (version: number) => Buffer.concat([FORMAT, uint32(version)]);

function unwrap(place: Place, sealed: Buffer): Buffer {
  const header = sealed.subarray(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !header.subarray(0, 1).equals(FORMAT)) throw new CannotOpen();
  const master = masterKeyOf(header.readUInt32BE(1));
  if (!master) throw new CannotOpen();
  return decrypt(
    master,
    bindingOf(place, "key", header),
    sealed.subarray(HEADER_BYTES, WRAPPED_BYTES),
  );
}

const valueOf = (sealed: Buffer) => sealed.subarray(WRAPPED_BYTES);

/** The value's layer names no version of the master key, since rewrapping leaves it as it is. */
const bindingOf = ({ table, column, id }: Place, layer: "key" | "value", header: Part = FORMAT) =>
  joined([layer, header, table, column, id]);
