// What costs much takes its turn: one such operation at a time, and a pause after it three times as long as it took, so that whoever
// asks for little hardly waits. Tools have their large pages by agreement, and a rate of their own.
import { rateLimited } from "../http/refusal";
import { isMachine } from "../viewer/audience";
import type { Viewer } from "../viewer/viewer";

/** Points from which an operation takes a turn: half a request's budget, more than any dashboard of ours asks. */
export const TURN_FROM = 2_500;
/** How many may wait, of one person and of all. Whose deadline passes meanwhile is told so, and reads nothing. */
const WAITING_OF_ONE = 10;
const WAITING_MAXIMUM = 40;
/** Of an operation's own time: whoever asks for little meets a costly one a quarter of the time at the most. */
const PAUSE_SHARE = 3;
const PAUSE_MAXIMUM_MS = 250;
const RETRY_AFTER_SECONDS = 5;

export type Turn = {
  /** Resolves when it is this operation's turn. Throws a refusal (429) where too many wait. */
  take(points: number): Promise<void> | undefined;
  end(): void;
};

type Waiting = { who: string; go(): void };

let isTaken = false;
const waiting: Waiting[] = [];

export function turnOf(viewer: Viewer, network: string): Turn {
  let since: number | undefined;
  const begin = () => void (since = performance.now());
  return {
    take: (points) => {
      if (points < TURN_FROM || since !== undefined || isMachine(viewer.audience)) return undefined;
      if (isTaken) return wait(viewer.id ?? network).then(begin);
      isTaken = true;
      begin();
      return undefined;
    },
    end: () => {
      if (since === undefined) return;
      setTimeout(next, Math.min(PAUSE_SHARE * (performance.now() - since), PAUSE_MAXIMUM_MS));
      since = undefined;
    },
  };
}

function wait(who: string): Promise<void> {
  const ofOne = waiting.filter((each) => each.who === who).length;
  if (ofOne >= WAITING_OF_ONE || waiting.length >= WAITING_MAXIMUM)
    throw rateLimited(RETRY_AFTER_SECONDS);
  return new Promise((go) => waiting.push({ who, go }));
}

function next(): void {
  const first = waiting.shift();
  if (first) first.go();
  else isTaken = false;
}
