// A stream encrypted piece by piece under a key of its own, AES-256-GCM in the STREAM construction (Hoang, Reyhanitabar,
// Rogaway, Vizár, 2015): each piece is bound to its place and to whether it is the last, so that pieces can't be left out,
// moved, or cut off at the end without being noticed.
//
//   piece: 64 KiB or, the last one, less | tag 16
import { createCipheriv, createDecipheriv } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;

/** Cut, altered, or of another key or file: which of them stays unsaid. */
export class CannotRead extends Error {
  override name = "CannotRead";
  constructor() {
    super("The file can't be read: it was altered or cut off.");
  }
}

type Secret = { key: Buffer; binding: string };

export async function* sealed(source: AsyncIterable<Buffer>, secret: Secret) {
  for await (const { bytes, number, isLast } of pieces(source, PIECE_BYTES)) {
    const nonce = nonceOf(number, isLast);
    const cipher = createCipheriv(ALGORITHM, secret.key, nonce).setAAD(Buffer.from(secret.binding));
    yield cipher.update(bytes);
    cipher.final(); // GCM holds nothing back
    yield cipher.getAuthTag();
  }
}

/** Throws `CannotRead` as soon as a piece is not as it was written. */
export async function* opened(source: AsyncIterable<Buffer>, secret: Secret) {
  for await (const { bytes, number, isLast } of pieces(source, PIECE_BYTES + TAG_BYTES)) {
    const value = bytes.subarray(0, -TAG_BYTES);
    const nonce = nonceOf(number, isLast);
    try {
      const decipher = createDecipheriv(ALGORITHM, secret.key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(secret.binding))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      yield Buffer.concat([decipher.update(value), decipher.final()]);
    } catch {
      throw new CannotRead();
    }
  }
}

/** The key serves one file alone, so that a piece's place is nonce enough. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

type Piece = { bytes: Buffer; number: number; isLast: boolean };

/** Pieces of one size; a last one always comes, and may be empty. */
async function* pieces(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Piece> {
  let waiting: Buffer[] = [];
  let length = 0;
  let number = 0;
  for await (const chunk of source) {
    let rest = chunk;
    // a piece goes once it is known that something comes after it
    while (length + rest.length > size) {
      const filling = rest.subarray(0, size - length);
      yield { bytes: joined([...waiting, filling]), number: number++, isLast: false };
      rest = rest.subarray(filling.length);
      waiting = [];
      length = 0;
    }
    waiting.push(rest);
    length += rest.length;
  }
  yield { bytes: joined(waiting), number, isLast: true };
}

const joined = (parts: Buffer[]): Buffer => (parts.length === 1 ? parts[0]! : Buffer.concat(parts));
