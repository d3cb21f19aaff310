// What a resolver is given beside its arguments: who asks, from where, and how much may be asked.
import type { Refusal, Unavailable } from "../http/refusal";
import type { Budget } from "../limits/budget";
import type { Turn } from "../limits/turns";
import type { Caller } from "../viewer/caller";
import type { Viewer } from "../viewer/viewer";

export type Context = { viewer: Viewer; caller: Caller; budget: Budget };

/**
 * `outcome.refusal`: what is for the whole request. `answered`: what root fields have answered, by their names in the
 * answer. Apollo copies the context, not what it holds.
 */
export type RequestContext = Context & {
  outcome: { refusal?: Refusal | Unavailable };
  answered: Map<string, () => unknown>;
  turn: Turn;
};
