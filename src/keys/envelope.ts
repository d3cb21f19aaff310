// Envelope encryption in the application, AES-256-GCM: each value has a random key of its own, wrapped under the
// master key. Both layers are bound to table, column and row, so a value that was moved does not open.
//
//   format (1) | master key's version (4) | wrapped key: nonce 12, key 32, tag 16 | value: nonce 12, value, tag 16
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { KEY_BYTES } from "./key-file";
import { masterKeyOf, newestMasterKey } from "./master-key";
import { joined, uint32, type Part } from "./parts";
import { isSealed, type Place } from "./sealed-columns";

const ALGORITHM = "aes-256-gcm";
const FORMAT = Buffer.of(1);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = FORMAT.length + 4;
const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;

/** Why stays unsaid: moved, cut, altered and sealed under an unknown key are the same to whoever asks. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
  constructor() {
    super("The sealed value can't be opened.");
  }
}

export function seal(place: Place, plaintext: Buffer): Buffer {
  if (!isSealed(place)) {
    throw new Error(
      `${place.table}.${place.column} is not declared in src/keys/sealed-columns.ts.`,
    );
  }
  const key = randomBytes(KEY_BYTES);
  return Buffer.concat([wrap(place, key), encrypt(key, bindingOf(place, "value"), plaintext)]);
}

/** Throws CannotOpen for whatever was not sealed for this very place. */
export function open(place: Place, sealed: Buffer): Buffer {
  return decrypt(unwrap(place, sealed), bindingOf(place, "value"), valueOf(sealed));
}

/** The same value with its key wrapped under the newest master key. The value itself is not touched. */
export function rewrap(place: Place, sealed: Buffer): Buffer {
  return Buffer.concat([wrap(place, unwrap(place, sealed)), valueOf(sealed)]);
}

/** How every value begins that is sealed under this version of the master key. */
export const headerOf = (version: number) => Buffer.concat([FORMAT, uint32(version)]);

function wrap(place: Place, key: Buffer): Buffer {
  const master = newestMasterKey();
  const header = headerOf(master.version);
  return Buffer.concat([header, encrypt(master.key, bindingOf(place, "key", header), key)]);
}

function unwrap(place: Place, sealed: Buffer): Buffer {
  const header = sealed.subarray(0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !header.subarray(0, 1).equals(FORMAT)) throw new CannotOpen();
  const master = masterKeyOf(header.readUInt32BE(1));
  if (!master) throw new CannotOpen();
  const wrapped = sealed.subarray(HEADER_BYTES, HEADER_BYTES + WRAPPED_BYTES);
  return decrypt(master, bindingOf(place, "key", header), wrapped);
}

const valueOf = (sealed: Buffer) => sealed.subarray(HEADER_BYTES + WRAPPED_BYTES);

/** The value's layer names no version of the master key, since rewrapping leaves it as it is. */
const bindingOf = ({ table, column, id }: Place, layer: "key" | "value", header: Part = FORMAT) =>
  joined([layer, header, table, column, id]);

function encrypt(key: Buffer, binding: Buffer, plaintext: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(binding);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, binding: Buffer, box: Buffer): Buffer {
  if (box.length < NONCE_BYTES + TAG_BYTES) throw new CannotOpen();
  const nonce = box.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(binding).setAuthTag(box.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([
      decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    throw new CannotOpen();
  }
}
