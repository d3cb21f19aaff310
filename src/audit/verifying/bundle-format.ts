// The lines of a sealed log, as a file has them.
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
export type Line = Opening | SignedHead | Stray | LeafLine;

/**
 * How long before a head an entry may have been written that the head before it doesn't hold: longer than any transaction
 * that writes one.
 */
export const LATENESS_MINUTES = 10;
