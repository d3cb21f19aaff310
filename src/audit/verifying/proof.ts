// That one entry stands in the log, shown without the rest of it: its leaf, the hashes beside its way up, and the signed head
// above (RFC 9162 §2.1.3). Whoever gets it learns nothing of the other entries but how many they are.
import type { KeyObject } from "node:crypto";
import type { Proof } from "./bundle-format";
import { canonical } from "./canonical";
import { isSigned } from "./head";
import { leafHash, nodeHash } from "./merkle";

/** The hashes beside the way from the leaf at this place (from 0 on) up to the root of these leaves. */
export function pathOf(place: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return place < split
    ? [...pathOf(place, left), rootOf(right)]
    : [...pathOf(place - split, right), rootOf(left)];
}

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const split = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** The largest power of two below. */
const splitOf = (size: number) => 2 ** Math.floor(Math.log2(size - 1));

/** Null: the entry stands where it says, below a head that one of these keys has signed. Else what is wrong. */
export function faultOfProof(
  { leaf, path, head, signature }: Proof,
  keys: ReadonlyMap<string, KeyObject>,
): string | null {
  if (!isSigned({ head, signature }, keys)) return "its head bears no signature of ours";
  if ((leaf.tree ?? null) !== head.tree) return "its head is of another tree";
  if (leaf.number < 1 || leaf.number > head.size) return "its number lies beyond the head";
  const hashes = path.map((each) => Buffer.from(each, "hex"));
  const root = climbed(leaf.number - 1, head.size, leafHash(canonical(leaf)), hashes);
  return root?.toString("hex") === head.root ? null : "it doesn't lead to what was signed";
}

/** The root that the way leads to; null where it is too long or too short. */
export function climbed(
  place: number,
  size: number,
  leaf: Buffer,
  path: readonly Buffer[],
): Buffer | null {
  if (size === 1) return path.length === 0 ? leaf : null;
  const beside = path.at(-1);
  if (!beside) return null;
  const split = splitOf(size);
  const below = path.slice(0, -1);
  if (place < split) {
    const left = climbed(place, split, leaf, below);
    return left && nodeHash(left, beside);
  }
  const right = climbed(place - split, size - split, leaf, below);
  return right && nodeHash(beside, right);
}
