// The code of the second factor, a recovery code instead of it, or the first code of a second factor just set up.
import type { Unit } from "../../database/unit-of-work";
import type { Caller } from "../caller";
import { startSession } from "../sessions/start-session";
import { asSignIn, signInUnit } from "../sign-in-role";
import type { Viewer } from "../viewer";
import { type Challenge, credentialOf, takeChallenge, useChallenge } from "./challenges";
import { waysOf } from "./choices";
import { signInEntry } from "./entries";
import { countTry, forgetTries, RATES } from "./rates";
import { acceptRecoveryCode, renewRecoveryCodes } from "./recovery-codes";
import { acceptCode, openNewSecret, setUpSecret } from "./second-factor";
import { stepOf } from "./totp";
import type { Step } from "./sign-in";

/** The session, or null where the challenge is over or the code is not good. Throws a refusal (429). */
export async function signInConfirm(
  viewer: Viewer,
  caller: Caller,
  { challenge, code }: { challenge: string; code: string },
): Promise<Step | null> {
  const credentialId = await credentialOf(challenge);
  if (!credentialId) return null;
  // however many challenges somebody opens, one account has so many tries
  const tries = { rate: RATES.codeOfAccount, by: credentialId };
  await countTry(tries);
  const next = await signInUnit(viewer, (unit) => confirm(viewer, caller, unit, challenge, code));
  if (next) await asSignIn(forgetTries(tries));
  return next;
}

async function confirm(
  viewer: Viewer,
  caller: Caller,
  unit: Unit,
  token: string,
  typed: string,
): Promise<Step | null> {
  const challenge = await takeChallenge(unit, token);
  if (!challenge?.credentialId) return null;
  const ways = await waysOf(unit, [challenge.credentialId]);
  const way = ways.find(({ audience }) => audience === challenge.audience);
  if (!way) return null;
  const recoveryCodes = await take(unit, challenge, typed.replace(/\s/g, ""));
  if (!recoveryCodes) {
    const refused = { operation: "signInConfirm", isRefused: true, person: way };
    await unit.run(signInEntry(viewer, refused));
    return null;
  }
  await useChallenge(unit, challenge.id);
  const session = await startSession(unit, way, caller.device);
  await unit.run(signInEntry(viewer, { operation: "signIn", person: way }));
  return { step: "DONE", session, recoveryCodes };
}

/** The recovery codes that are shown now (none but with a new second factor), or null for a code that isn't good. */
async function take(unit: Unit, { id, credentialId, newSecret }: Challenge, code: string) {
  if (newSecret === null) return (await accepts(unit, credentialId!, code)) ? [] : null;
  const secret = openNewSecret(id, newSecret);
  const step = stepOf(secret, code);
  if (step === null) return null;
  await setUpSecret(unit, credentialId!, secret, step);
  return renewRecoveryCodes(unit, credentialId!);
}

const accepts = async (unit: Unit, credentialId: string, code: string): Promise<boolean> =>
  /^\d{6}$/.test(code)
    ? acceptCode(unit, credentialId, code)
    : acceptRecoveryCode(unit, credentialId, code);
