// A Merkle tree that only grows (RFC 9162 §2.1.1), and the chain beside it. Of the whole tree nothing is kept but the roots of
// its perfect subtrees: enough to go on from, and to know the root.
import { createHash } from "node:crypto";

const HASH_BYTES = 32;
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafHash = (text: string): Buffer => sha256(LEAF, text);
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** Each link holds the one before it: what stands at a number can't be changed without all that follows. */
export const linked = (before: Buffer, leaf: Buffer): Buffer => sha256(before, leaf);
export const FIRST_LINK: Buffer = Buffer.alloc(HASH_BYTES);

/** A growing tree: its size, and the roots of its perfect subtrees, the largest first. */
export class Tree {
  private readonly roots: Buffer[];

  constructor(
    public size = 0,
    frontier: Buffer = Buffer.alloc(0),
    public link: Buffer = FIRST_LINK,
  ) {
    this.roots = Array.from({ length: frontier.length / HASH_BYTES }, (_, place) =>
      frontier.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
    );
  }

  append(leaf: Buffer): void {
    let hash = leaf;
    // as many subtrees join as the size ends in binary ones
    for (let size = this.size; size % 2 === 1; size = (size - 1) / 2)
      hash = nodeHash(this.roots.pop()!, hash);
    this.roots.push(hash);
    this.size += 1;
    this.link = linked(this.link, leaf);
  }

  get frontier(): Buffer {
    return Buffer.concat(this.roots);
  }

  /** Of an empty tree: the hash of nothing. */
  get root(): Buffer {
    if (this.roots.length === 0) return sha256();
    return this.roots.reduceRight((right, left) => nodeHash(left, right));
  }
}
