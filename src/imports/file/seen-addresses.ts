// Which addresses of the file are in already, and under which name: the first of two lines counts, however far
// apart they stand. Kept as hashes in flat arrays, 12 bytes a slot, as a file may have millions of lines.
import { createHash } from "node:crypto";

const FIRST_SIZE = 1 << 12;
/** Share of slots in use from which on the table is made twice as large. */
const FULL = 0.7;

export type SeenAddresses = {
  /** Whether an earlier line had this address with another name. */
  hasOtherName(canonical: string, name: string): boolean;
  add(canonical: string, name: string): void;
};

export function seenAddresses(): SeenAddresses {
  let addresses = new BigUint64Array(FIRST_SIZE);
  let names = new Uint32Array(FIRST_SIZE);
  let count = 0;

  /** The address's slot, or the free one where it belongs. */
  const slotOf = (hash: bigint) => {
    let slot = Number(hash & BigInt(addresses.length - 1));
    while (addresses[slot] !== 0n && addresses[slot] !== hash)
      slot = (slot + 1) & (addresses.length - 1);
    return slot;
  };
  const grow = () => {
    const [oldAddresses, oldNames] = [addresses, names];
    addresses = new BigUint64Array(oldAddresses.length * 2);
    names = new Uint32Array(addresses.length);
    oldAddresses.forEach((hash, index) => {
      if (hash === 0n) return;
      const slot = slotOf(hash);
      addresses[slot] = hash;
      names[slot] = oldNames[index]!;
    });
  };
  return {
    hasOtherName(canonical, name) {
      const slot = slotOf(addressHash(canonical));
      return addresses[slot] !== 0n && names[slot] !== nameHash(name);
    },
    add(canonical, name) {
      const hash = addressHash(canonical);
      const slot = slotOf(hash);
      if (addresses[slot] !== 0n) return;
      addresses[slot] = hash;
      names[slot] = nameHash(name);
      count += 1;
      if (count > addresses.length * FULL) grow();
    },
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();
/** Never 0, which marks a free slot. */
const addressHash = (canonical: string) => digest(canonical).readBigUInt64LE() || 1n;
const nameHash = (name: string) => digest(name).readUInt32LE();
