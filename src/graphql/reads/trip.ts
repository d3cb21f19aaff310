// Reads that are asked for at the same moment go to the database together: the statements of a level of a query are one
// round trip, in one implicit transaction with their entries.
import type { Fragment } from "../../database/sql";
import {
  type Actor,
  type Asked,
  inOneTrip,
  isAnswerOfPostgres,
  togetherInOneTrip,
} from "../../database/unit-of-work";
import type { Result } from "../../database/pipeline";
import { actorOf } from "../../viewer/actor";
import type { Kind } from "../../viewer/purpose";
import type { Viewer } from "../../viewer/viewer";

type Waiting = Asked & {
  isDurable: boolean;
  resolve(result: Result): void;
  reject(error: unknown): void;
};

const waitingOf = new WeakMap<Viewer, [Waiting, ...Waiting[]]>();

/** The result of one statement about this kind, sent together with what else this viewer asks for now. */
export function inSharedTrip(
  viewer: Viewer,
  kind: Kind,
  fragment: Fragment,
  isDurable: boolean,
): Promise<Result> {
  const actor = actorOf(viewer, kind);
  if (actor.mayLag) return alone(actor, fragment, isDurable); // elsewhere, perhaps
  return new Promise((resolve, reject) => {
    const waiting = waitingOf.get(viewer);
    const one = { actor, fragment, isDurable, resolve, reject };
    if (waiting) return void waiting.push(one);
    waitingOf.set(viewer, [one]);
    whenAllHaveAsked(() => {
      const together = waitingOf.get(viewer)!;
      waitingOf.delete(viewer);
      void travel(together);
    });
  });
}

async function alone(actor: Actor, fragment: Fragment, isDurable: boolean): Promise<Result> {
  const [result] = await inOneTrip(actor, [fragment], isDurable);
  return result!;
}

/** As the loaders do, who come first by that: after every promise that is settled by now. */
const whenAllHaveAsked = (go: () => void) =>
  void Promise.resolve().then(() => process.nextTick(go));

async function travel(together: readonly [Waiting, ...Waiting[]]): Promise<void> {
  try {
    const results = await togetherInOneTrip(
      together,
      together.some(({ isDurable }) => isDurable),
    );
    together.forEach(({ resolve }, place) => resolve(results[place]!));
  } catch (error) {
    // one that fails rolls back all of them: the others must not fail with it
    if (together.length > 1 && isAnswerOfPostgres(error))
      await Promise.all(together.map((each) => travel([each])));
    else together.forEach(({ reject }) => reject(error));
  }
}
