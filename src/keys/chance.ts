// Chance for keys and nonces. Each draw from the system costs more than the encryption itself, so it is drawn for many at
// once; what was handed out is forgotten here.
import { randomFillSync } from "node:crypto";

const pool = Buffer.alloc(4_096);
let taken = pool.length;

export function randomBytesOf(count: number): Buffer {
  if (taken + count > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const bytes = Buffer.from(pool.subarray(taken, taken + count));
  pool.fill(0, taken, taken + count);
  taken += count;
  return bytes;
}
