// Chance that falls the same way each time. Every noun draws from a generator of its own, so that a change
// in one file moves nothing in the others.

export type Random = {
  /** From 0 up to, but not, 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  chance(likelihood: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A uuid of version 7 (RFC 9562 §5.7) that carries the given instant. */
  id(at: number): string;
};

export function randomFor(noun: string): Random {
  let state = seedOf(noun);
  // Mulberry32: small, fast, and good enough for a story.
  const word = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const fraction = () => word() / 2 ** 32;
  const between = (least: number, most: number) =>
    least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    between,
    chance: (likelihood) => fraction() < likelihood,
    pick: (list) => list[between(0, list.length - 1)]!,
    id: (at) => uuidOf(at, [word(), word(), word()]),
  };
}

/** FNV-1a of the noun. */
function seedOf(noun: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(noun)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}

function uuidOf(at: number, words: [number, number, number]): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(words[0] & 0xffff, 6);
  bytes.writeUInt32BE(words[1], 8);
  bytes.writeUInt32BE(words[2], 12);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
