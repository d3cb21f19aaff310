// A Merkle tree that only grows (RFC 9162 §2.1.1), and the chain beside it. Of the whole tree nothing is kept but the roots of
// its perfect subtrees: enough to go on from, and to know the root.
import { hash } from "node:crypto";

const HASH_BYTES = 32;
const NODE = Buffer.of(1);

const sha256 = (bytes: Buffer | string): Buffer => hash("sha256", bytes, "buffer");

/** A zero byte stands before a leaf. */
export const leafHash = (text: string): Buffer => sha256(`\0${text}`);
export const nodeHash = (left: Buffer, right: Buffer): Buffer =>
  sha256(Buffer.concat([NODE, left, right]));

/** Each link holds the one before it: what stands at a number can't be changed without all that follows. */
export const linked = (before: Buffer, leaf: Buffer): Buffer =>
  sha256(Buffer.concat([before, leaf]));
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
    let root = leaf;
    // as many subtrees join as the size ends in binary ones
    for (let size = this.size; size % 2 === 1; size = (size - 1) / 2)
      root = nodeHash(this.roots.pop()!, root);
    this.roots.push(root);
    this.size += 1;
    this.link = linked(this.link, leaf);
  }

  get frontier(): Buffer {
    return Buffer.concat(this.roots);
  }

  /** Of an empty tree: the hash of nothing. */
  get root(): Buffer {
    if (this.roots.length === 0) return sha256("");
    return this.roots.reduceRight((right, left) => nodeHash(left, right));
  }
}
