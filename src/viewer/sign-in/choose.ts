// As whom, of several that one password fitted.
import { signInUnit } from "../sign-in-role";
import type { Caller } from "../caller";
import type { Viewer } from "../viewer";
import { takeChallenge, useChallenge } from "./challenges";
import { choiceId, waysOf } from "./choices";
import { proceed, type Step } from "./sign-in";

/** Null where the challenge is over, or the choice was not among those offered. */
export function signInChoose(
  viewer: Viewer,
  caller: Caller,
  { challenge, choice }: { challenge: string; choice: string },
): Promise<Step | null> {
  return signInUnit(viewer, async (unit) => {
    const open = await takeChallenge(unit, challenge);
    if (!open || open.credentialId !== null) return null;
    const chosen = (await waysOf(unit, open.credentialIds)).find((way) => choiceId(way) === choice);
    if (!chosen) return null;
    const next = await proceed(viewer, caller, unit, chosen, open.id);
    if (next.step === "DONE") await useChallenge(unit, open.id);
    return next;
  });
}
