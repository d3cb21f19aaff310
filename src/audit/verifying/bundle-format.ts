// The lines of a sealed log, as a file has them, and what of a file is one: JSON in its one canonical form, with these members
// and no others. So nobody reads in a line what was not hashed or signed.
import { canonical, type Json } from "./canonical";
import type { PublicJwk, SignedHead } from "./head";

/** The first line. `tree`: the customer whose part it is, or null for the log of all entries. */
export type Opening = {
  format: "zendbox-audit/1";
  tree: string | null;
  madeAt: string;
  keys: PublicJwk[];
};
/** An entry without a number, although heads were complete long after it. */
export type Stray = { stray: { id: string; recordedAt: string } };
export type Leaf = { readonly [name: string]: Json } & {
  readonly number: number;
  readonly id: string;
  /** Of an entry that was lost there is none. */
  readonly recordedAt: string;
};
export type LeafLine = { leaf: Leaf; hash: string; chain: string };
/** That one entry is in the log. `path`: the hashes beside its way up, from the leaf's neighbour on. */
export type Proof = SignedHead & {
  format: "zendbox-audit-proof/1";
  keys: PublicJwk[];
  leaf: Leaf;
  path: string[];
};
export type Line = Opening | SignedHead | Stray | LeafLine;

/**
 * How long before the heads were complete an entry may have been written that none of them holds: longer than any
 * transaction that writes one.
 */
export const LATENESS_MINUTES = 10;

/** Null for whatever is no line of a log. */
export function lineIn(text: string): Line | null {
  const line = parsed(text);
  const isLine = line && (isOpening(line) || isHead(line) || isStray(line) || isLeaf(line));
  return isLine ? (line as Line) : null;
}

/** Null for whatever is no proof. */
export function proofIn(text: string): Proof | null {
  const value = parsed(text);
  const isProof =
    value !== null &&
    has(value, "format", "keys", "leaf", "path", "head", "signature") &&
    value.format === "zendbox-audit-proof/1" &&
    Array.isArray(value.keys) &&
    isHeadItself(value.head) &&
    isLeafItself(value.leaf) &&
    isHex(value.signature, 128) &&
    Array.isArray(value.path) &&
    value.path.every((hash) => isHex(hash, 64));
  return isProof ? (value as Proof) : null;
}

type Members = Record<string, unknown>;

/** Null unless the text is the one form of what it says: so no name stands in it twice. */
function parsed(text: string): Members | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && canonical(value as Json) === text ? value : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** These members and no others. */
const has = (of: Members, ...names: string[]) =>
  Object.keys(of).length === names.length && names.every((name) => name in of);

const isText = (value: unknown) => typeof value === "string";
const isHex = (value: unknown, digits: number) =>
  typeof value === "string" && value.length === digits && /^[0-9a-f]*$/.test(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1;
const isTextOrNull = (value: unknown) => value === null || isText(value);

const isOpening = (line: Members) =>
  has(line, "format", "tree", "madeAt", "keys") &&
  line.format === "zendbox-audit/1" &&
  isTextOrNull(line.tree) &&
  isText(line.madeAt) &&
  Array.isArray(line.keys);

const isHead = (line: Members) =>
  has(line, "head", "signature") && isHeadItself(line.head) && isHex(line.signature, 128);

const isHeadItself = (head: unknown) =>
  isRecord(head) &&
  has(
    head,
    ...["tree", "size", "first", "root", "chain", "signedAt", "completeAt", "after", "keyId"],
  ) &&
  isTextOrNull(head.tree) &&
  isCount(head.size) &&
  isCount(head.first) &&
  isHex(head.root, 64) &&
  isHex(head.chain, 64) &&
  isText(head.signedAt) &&
  isTextOrNull(head.completeAt) &&
  isTextOrNull(head.after) &&
  isText(head.keyId);

const isStray = (line: Members) =>
  has(line, "stray") &&
  isRecord(line.stray) &&
  has(line.stray, "id", "recordedAt") &&
  isText(line.stray.id) &&
  isText(line.stray.recordedAt);

const isLeaf = (line: Members) =>
  has(line, "leaf", "hash", "chain") &&
  isLeafItself(line.leaf) &&
  isHex(line.hash, 64) &&
  isHex(line.chain, 64);

const isLeafItself = (leaf: unknown) =>
  isRecord(leaf) &&
  isCount(leaf.number) &&
  isText(leaf.id) &&
  (leaf.isLost === true || isText(leaf.recordedAt));
