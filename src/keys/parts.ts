// Several texts as one: each stands behind its length, so that ("ab", "c") is not ("a", "bc").

export type Part = string | Buffer;

const LENGTH_BYTES = 4;
const lengthOf = (part: Part) => (typeof part === "string" ? Buffer.byteLength(part) : part.length);

/** In one piece: whoever imports people joins several times for each. */
export function joined(parts: readonly Part[]): Buffer {
  let size = 0;
  for (const part of parts) size += LENGTH_BYTES + lengthOf(part);
  const whole = Buffer.allocUnsafe(size);
  let at = 0;
  for (const part of parts) {
    at = whole.writeUInt32BE(lengthOf(part), at);
    at += typeof part === "string" ? whole.write(part, at) : part.copy(whole, at);
  }
  return whole;
}

export function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
