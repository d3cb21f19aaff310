// AES-256-GCM as all sealed values use it: a nonce drawn anew each time, and a binding without which it doesn't open.
//
//   nonce 12 | as long as the plaintext | tag 16
import { createCipheriv, createDecipheriv } from "node:crypto";
import { randomBytesOf } from "./chance";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** By how much a box is longer than what it holds. */
export const BOX_BYTES = NONCE_BYTES + TAG_BYTES;

/** Why stays unsaid: moved, cut, altered and sealed under an unknown key are the same to whoever asks. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
  constructor() {
    super("The sealed value can't be opened.");
  }
}

export function encrypt(key: Buffer, binding: Buffer, plaintext: Buffer): Buffer {
  const nonce = randomBytesOf(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(binding);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

export function decrypt(key: Buffer, binding: Buffer, box: Buffer): Buffer {
  if (box.length < BOX_BYTES) throw new CannotOpen();
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
