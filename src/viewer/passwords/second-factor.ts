// A second factor of one's own choosing, another one on a new telephone, and new recovery codes: for whoever is signed
// in and gives the password once more. The person is told by mail.
import { userError } from "../../graphql/user-error";
import { linkNotGood } from "../sign-in/link-not-good";
import {
  challengeToken,
  openChallenge,
  settleChallenge,
  takeChallenge,
  useChallenge,
} from "../sign-in/challenges";
import { queueMail } from "../../mail/queue-mail";
import { signInEntry } from "../sign-in/entries";
import { renewRecoveryCodes } from "../sign-in/recovery-codes";
import { openNewSecret, sealNewSecret, setUpSecret } from "../sign-in/second-factor";
import { newSecret, secretForApp, stepOf } from "../sign-in/totp";
import { type SecondFactorPayload, SignInStep } from "../sign-in/sign-in-types";
import { signInUnit } from "../sign-in-role";
import type { Viewer } from "../viewer";
import { passwordNotRight, provePassword } from "./change";

const NOTHING: SecondFactorPayload = { challenge: null, recoveryCodes: [], userErrors: [] };

/** Throws a refusal (429). */
export async function beginSecondFactor(
  viewer: Viewer,
  password: string,
): Promise<SecondFactorPayload> {
  const own = await provePassword(viewer, password);
  if (!own) return { ...NOTHING, userErrors: [passwordNotRight("password")] };
  const secret = newSecret();
  const id = await signInUnit(viewer, async (unit) => {
    const challengeId = await openChallenge(unit, [own.credentialId], viewer.sessionId);
    const sealed = sealNewSecret(challengeId, secret);
    const { credentialId } = own;
    await settleChallenge(unit, challengeId, {
      credentialId,
      audience: viewer.audience,
      newSecret: sealed,
    });
    return challengeId;
  });
  const app = secretForApp(secret, viewer.audience.toLowerCase());
  const step = SignInStep.SET_UP_SECOND_FACTOR;
  return { ...NOTHING, challenge: { token: challengeToken(id), step, choices: [], ...app } };
}

/** Throws a refusal (429). */
export function confirmSecondFactor(
  viewer: Viewer,
  { challenge, code }: { challenge: string; code: string },
): Promise<SecondFactorPayload> {
  return signInUnit(viewer, async (unit) => {
    const open = await takeChallenge(unit, challenge, viewer.sessionId);
    if (!open?.credentialId || !open.newSecret)
      return { ...NOTHING, userErrors: [linkNotGood("challenge")] };
    const secret = openNewSecret(open.id, open.newSecret);
    const step = stepOf(secret, code.replace(/\s/g, ""));
    if (step === null) {
      const wrong = userError(
        "INVALID",
        "code",
        "The code is not right. Give the one that the app shows now.",
      );
      return { ...NOTHING, userErrors: [wrong] };
    }
    await useChallenge(unit, open.id);
    await setUpSecret(unit, open.credentialId, secret, step);
    const recoveryCodes = await renewRecoveryCodes(unit, open.credentialId);
    await unit.run(
      signInEntry(viewer, { operation: "secondFactorConfirm", person: personOf(viewer) }),
    );
    return { ...NOTHING, recoveryCodes };
  });
}

/** Throws a refusal (429). */
export async function renewOwnRecoveryCodes(
  viewer: Viewer,
  password: string,
): Promise<SecondFactorPayload> {
  const own = await provePassword(viewer, password);
  if (!own) return { ...NOTHING, userErrors: [passwordNotRight("password")] };
  return signInUnit(viewer, async (unit) => {
    const recoveryCodes = await renewRecoveryCodes(unit, own.credentialId);
    await unit.run(
      queueMail("SECOND_FACTOR_CHANGED", own.credentialId),
      signInEntry(viewer, { operation: "recoveryCodesRenew", person: personOf(viewer) }),
    );
    return { ...NOTHING, recoveryCodes };
  });
}

const personOf = ({ id, customerId, audience }: Viewer) => ({
  personId: id!,
  customerId,
  audience,
});
