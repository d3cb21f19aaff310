// Whether a sealed log is whole and unchanged, from its file and public keys alone: every leaf hashed anew, numbers without a
// gap, the chain, each signed head's size, root and chain, and nothing that was written in before a head after it was signed.
import type { KeyObject } from "node:crypto";
import {
  LATENESS_MINUTES,
  type Leaf,
  type LeafLine,
  lineIn,
  type Proof,
  type Stray,
} from "./bundle-format";
import { canonical } from "./canonical";
import { isSigned, keysById, type PublicJwk, type SignedHead } from "./head";
import { leafHash, linked, Tree } from "./merkle";
import { pathOf } from "./proof";

/** The number of the first leaf that is not as it was signed, and in what way; below a head that doesn't hold, it is one of several. */
export type Fault = { number: number; what: string };

export type Verdict = {
  tree: string | null;
  /** What stands as it was signed: leaves, and heads that were verified above them. */
  leaves: number;
  heads: number;
  /** Of heads from elsewhere, those of this tree. */
  demanded: number;
  /** Whose signatures were verified, by the keys' identifiers. */
  keyIds: string[];
  signedAt: string | null;
  /** Null: as it was signed. */
  fault: Fault | null;
  /** The number of the entry that was looked for, where one was. */
  foundAt: number | null;
  /** That it is there, for whoever shall not have the rest; null where it isn't, or the log doesn't hold. */
  proof: Proof | null;
};

export type Asked = {
  /** Keys that are trusted; those in the file where none are given. */
  keys?: ReadonlyMap<string, KeyObject>;
  /** Heads from elsewhere, taken before the log was: it has to hold each that is of its tree. */
  heads?: readonly SignedHead[];
  /** Whether this entry is in it. */
  entryId?: string;
};

/** Throws `NotALog` for a file that is none, and for one that nobody has signed. */
export async function verify(lines: AsyncIterable<string>, asked: Asked = {}): Promise<Verdict> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  const opening = first.done ? null : lineIn(first.value);
  if (!opening || !("format" in opening))
    throw new NotALog("its first line doesn't say what it is");
  const demanded = asked.heads?.filter(({ head }) => head.tree === opening.tree) ?? [];
  const keys = asked.keys ?? keysIn(opening.keys);
  const reading = new Reading(opening.tree, keys, demanded, asked.entryId);
  for (let next = await iterator.next(); !next.done; next = await iterator.next())
    reading.take(next.value);
  return reading.end(opening.keys);
}

/** Throws `NotALog` where they are none. */
export function keysIn(jwks: readonly PublicJwk[]): ReadonlyMap<string, KeyObject> {
  try {
    return keysById(jwks);
  } catch {
    throw new NotALog("its keys are no Ed25519 keys");
  }
}

export class NotALog extends Error {
  override name = "NotALog";
  constructor(why: string) {
    super(`This is no sealed log: ${why}.`);
  }
}

class Reading {
  private readonly heads: SignedHead[] = [];
  private readonly strays: Stray["stray"][] = [];
  private readonly tree = new Tree();
  /** The heads that are still to come, by size; made with the first leaf. */
  private above: SignedHead[] | null = null;
  private readonly verified: SignedHead[] = [];
  private fault: Fault | null = null;
  private found: Leaf | null = null;
  /** Kept where a way through them may be asked for. */
  private readonly hashes: Buffer[] = [];

  constructor(
    private readonly name: string | null,
    private readonly keys: ReadonlyMap<string, KeyObject>,
    private readonly demanded: readonly SignedHead[],
    private readonly entryId: string | undefined,
  ) {}

  take(text: string): void {
    const line = lineIn(text);
    if (line && "leaf" in line) return this.takeLeaf(line);
    if (line && this.above === null && "head" in line) this.heads.push(line);
    else if (line && this.above === null && "stray" in line) this.strays.push(line.stray);
    else this.blame(this.tree.size + 1, "its line is none of a log, or not in its place");
  }

  private takeLeaf({ leaf, hash, chain }: LeafLine): void {
    this.above ??= inOrder([...this.heads, ...this.demanded]);
    if (this.fault) return; // what follows the first can't be told from it
    const number = this.tree.size + 1;
    if (leaf.number !== number)
      return this.blame(number, `it is missing: number ${leaf.number} stands in its place`);
    if ((leaf.tree ?? null) !== this.name) return this.blame(number, "it is of another tree");
    const own = leafHash(canonical(leaf));
    if (own.toString("hex") !== hash) return this.blame(number, wordsFor(leaf));
    if (linked(this.tree.link, own).toString("hex") !== chain)
      return this.blame(number, "it doesn't follow from the one before it");
    if (this.isTooOld(leaf)) return this.blame(number, "it was written in later than it says");
    if (leaf.isLost === true) return this.blame(number, "it was removed before it was sealed");
    const [stray] = this.strays; // the oldest
    if (stray && stray.recordedAt <= leaf.recordedAt)
      return this.blame(number, `before it stands ${stray.id}, which was never sealed`);
    this.tree.append(own);
    if (this.entryId !== undefined) this.hashes.push(own);
    if (leaf.id === this.entryId) this.found = leaf;
    this.checkHeads();
  }

  /** Those that end here. */
  private checkHeads(): void {
    while (this.above?.[0] && this.above[0].head.size <= this.tree.size) {
      const signed = this.above.shift()!;
      const fault = this.faultOf(signed);
      if (fault) return this.blame(Math.min(this.held + 1, signed.head.size), fault);
      this.verified.push(signed);
    }
  }

  /** Leaves below the last head that holds. */
  private get held(): number {
    return this.verified.at(-1)?.head.size ?? 0;
  }

  private faultOf(signed: SignedHead): string | null {
    const { tree, size, first, root, chain } = signed.head;
    if (tree !== this.name) return "the head above it is of another tree";
    if (!isSigned(signed, this.keys)) return "the head above it bears no signature of ours";
    if (size !== this.tree.size) return "the head above it doesn't end with a leaf";
    if (root !== this.tree.root.toString("hex") || chain !== this.tree.link.toString("hex"))
      return "the leaves up to the head above it are not those that were signed";
    if (size !== this.held && first !== this.held + 1)
      return "a head that stood above it is missing";
    return null;
  }

  private isTooOld({ recordedAt }: Leaf): boolean {
    const after = this.above?.[0]?.head.after;
    if (!after || typeof recordedAt !== "string") return false;
    return Date.parse(recordedAt) < Date.parse(after) - LATENESS_MINUTES * 60_000;
  }

  private blame(number: number, what: string): void {
    this.fault ??= { number, what };
  }

  end(keys: PublicJwk[]): Verdict {
    this.above ??= inOrder([...this.heads, ...this.demanded]);
    const [missing] = this.above;
    if (!missing && !this.verified.length && !this.fault)
      throw new NotALog("no head in it is signed, so that nothing can be said of it");
    if (missing) this.blame(this.tree.size + 1, `it is missing: ${missing.head.size} were signed`);
    else if (this.strays.length)
      this.blame(this.tree.size + 1, `${this.strays[0]!.id} was never sealed`);
    else if (this.tree.size > this.held) this.blame(this.held + 1, "no head above it is signed");
    const last = this.verified.at(-1);
    return {
      ...{ tree: this.name, leaves: this.tree.size, heads: this.verified.length },
      demanded: this.demanded.length,
      keyIds: [...new Set(this.verified.map(({ head }) => head.keyId))],
      signedAt: last?.head.signedAt ?? null,
      ...{ fault: this.fault, foundAt: this.found?.number ?? null },
      proof: last ? this.proof(last, keys) : null,
    };
  }

  private proof(last: SignedHead, keys: PublicJwk[]): Proof | null {
    const { found } = this;
    if (!found || this.fault) return null;
    const path = pathOf(found.number - 1, this.hashes.slice(0, last.head.size));
    return {
      ...{ format: "zendbox-audit-proof/1", keys, leaf: found },
      ...{ path: path.map((hash) => hash.toString("hex")), ...last },
    };
  }
}

const inOrder = (heads: SignedHead[]) =>
  heads.sort((one, other) => one.head.size - other.head.size);

const wordsFor = (leaf: Leaf) =>
  leaf.isLost === true ? "it was removed after it was sealed" : "it was changed";
