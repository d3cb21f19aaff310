// The lines of a sealed log, as a file has them, and what of a file is one.
import type { Json } from "./canonical";
import type { PublicJwk, SignedHead } from "./head";

/** The first line. `tree`: the customer whose part it is, or null for the log of all entries. */
export type Opening = {
  format: "zendbox-audit/1";
  tree: string | null;
  madeAt: string;
  keys: PublicJwk[];
};
/** An entry without a number, although heads were signed long after it. */
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
  return isRecord(line) && (isOpening(line) || isHead(line) || isStray(line) || isLeaf(line))
    ? (line as Line)
    : null;
}

/** Null for whatever is no proof. */
export function proofIn(text: string): Proof | null {
  const value = parsed(text);
  const isProof =
    isRecord(value) &&
    value.format === "zendbox-audit-proof/1" &&
    Array.isArray(value.keys) &&
    isHead(value) &&
    isLeafItself(value.leaf) &&
    Array.isArray(value.path) &&
    value.path.every((hash) => typeof hash === "string");
  return isProof ? (value as Proof) : null;
}

type Members = Record<string, unknown>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const areTexts = (of: Members, ...names: string[]) =>
  names.every((name) => typeof of[name] === "string");

const isTree = (tree: unknown) => tree === null || typeof tree === "string";

const isOpening = (line: Members) =>
  line.format === "zendbox-audit/1" &&
  isTree(line.tree) &&
  areTexts(line, "madeAt") &&
  Array.isArray(line.keys);

export const isHead = (line: Members) =>
  isRecord(line.head) &&
  areTexts(line, "signature") &&
  areTexts(line.head, "root", "chain", "signedAt", "keyId") &&
  isTree(line.head.tree) &&
  (line.head.completeAt === null || areTexts(line.head, "completeAt")) &&
  Number.isSafeInteger(line.head.size);

const isStray = (line: Members) => isRecord(line.stray) && areTexts(line.stray, "id", "recordedAt");

const isLeaf = (line: Members) => isLeafItself(line.leaf) && areTexts(line, "hash", "chain");

const isLeafItself = (leaf: unknown) =>
  isRecord(leaf) &&
  Number.isSafeInteger(leaf.number) &&
  areTexts(leaf, "id") &&
  (leaf.isLost === true || areTexts(leaf, "recordedAt"));
