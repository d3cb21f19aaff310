// Identifiers are uuids of version 7 (RFC 9562 §5.7), made by us: they carry their time and sort by it.
import { randomFillSync } from "node:crypto";

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const SIZE = 16;
/** Chance is drawn for many at once. */
const pool = Buffer.alloc(256 * SIZE);
let taken = pool.length;

export function newId(at: number = Date.now()): string {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const start = taken;
  taken += SIZE;
  pool.writeUIntBE(at, start, 6);
  pool[start + 6] = (pool[start + 6]! & 0x0f) | 0x70;
  pool[start + 8] = (pool[start + 8]! & 0x3f) | 0x80;
  const hex = pool.toString("hex", start, start + SIZE);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
