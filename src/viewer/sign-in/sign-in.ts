// Signing in with address and password. Known or unknown, right or wrong, one address costs one look, one hash and one
// entry, and gets the same words; what more is asked is only told to whoever had the password.
import { timingSafeEqual } from "node:crypto";
import { sql } from "../../database/sql";
import { addressHash } from "../../mail/address-hash";
import { canonicalAddress } from "../../mail/address";
import type { Caller } from "../caller";
import { asSignIn, signInUnit } from "../sign-in-role";
import { startSession, type StartedSession } from "../sessions/start-session";
import type { Viewer } from "../viewer";
import { challengeToken, openChallenge, settleChallenge } from "./challenges";
import { type Choice, choicesWhere, type KnownWay } from "./choices";
import { signInEntry } from "./entries";
import { passwordHash } from "./password";
import { countTry, forgetTries, RATES, remember } from "./rates";
import { sealNewSecret } from "./second-factor";
import { newSecret } from "./totp";
import type { Unit } from "../../database/unit-of-work";

export type Step =
  | { step: "DONE"; session: StartedSession; recoveryCodes?: string[] }
  | { step: "CHOOSE"; token: string; choices: Choice[] }
  | { step: "SECOND_FACTOR"; token: string }
  | { step: "SET_UP_SECOND_FACTOR"; token: string; secret: Buffer; label: string };

/** What comes next, or null where address and password don't belong together. Throws a refusal (429). */
export async function signIn(
  viewer: Viewer,
  caller: Caller,
  { emailAddress, password }: { emailAddress: string; password: string },
): Promise<Step | null> {
  const emailHash = hashOfTyped(emailAddress);
  await countTry(...accountFrom(emailHash, caller).account, {
    rate: RATES.signInOfNetwork,
    by: caller.network,
  });
  const [found] = await asSignIn(choicesWhere(sql`c.email_hash = ${emailHash}::bytea`));
  const known = (found?.rows ?? []) as KnownWay[];
  const hash = await passwordHash(password, emailHash, known[0]?.passwordSalt ?? null);
  const fitting = known.filter((way) => timingSafeEqual(way.passwordHash, hash));
  const [first] = fitting;
  if (!first) {
    await asSignIn(signInEntry(viewer, { operation: "signIn", isRefused: true, person: null }));
    return null;
  }
  await letIn(emailHash, caller);
  const ids = [...new Set(fitting.map(({ credentialId }) => credentialId))];
  return signInUnit(viewer, async (unit) => {
    if (!(await stillHave(unit, ids, hash))) return null;
    if (fitting.length === 1) return proceed(viewer, caller, unit, first, null);
    const id = await openChallenge(unit, ids);
    return { step: "CHOOSE", token: challengeToken(id), choices: fitting };
  });
}

/** What is counted of an account, and that its person signed in from this network. */
function accountFrom(emailHash: Buffer, { network }: Pick<Caller, "network">) {
  const there = emailHash.toString("hex") + network;
  const known = { what: "account network", by: there };
  return {
    known,
    account: [
      { rate: RATES.signInOfAccountThere, by: there },
      { rate: RATES.signInOfAccount, by: emailHash, unless: known },
    ],
  };
}

/** Whoever had the password, or the mail: tries start anew, and nobody elsewhere keeps the person out of this network. */
export async function letIn(emailHash: Buffer, caller: Caller): Promise<void> {
  const { account, known } = accountFrom(emailHash, caller);
  await asSignIn(forgetTries(...account), remember(known));
}

/** Whether the password was not changed while it was compared; until the unit ends it can't be. */
async function stillHave(unit: Unit, ids: readonly string[], hash: Buffer): Promise<boolean> {
  const [held] = await unit.run(
    sql`select from credentials where id = any (${ids}::uuid[]) and password_hash = ${hash}::bytea order by id for no key update`,
  );
  return held?.rowCount === ids.length;
}

/** The step after the password for one choice: the session, or what still stands before it. */
export async function proceed(
  viewer: Viewer,
  caller: Caller,
  unit: Unit,
  choice: Choice,
  challengeId: string | null,
): Promise<Step> {
  if (!choice.hasSecondFactor && choice.personKind === "PLATFORM_USER") {
    const session = await startSession(unit, choice, caller.device);
    await unit.run(signInEntry(viewer, { operation: "signIn", person: choice }));
    return { step: "DONE", session };
  }
  const { credentialId, audience } = choice;
  const id = challengeId ?? (await openChallenge(unit, [credentialId]));
  const secret = choice.hasSecondFactor ? null : newSecret();
  const sealed = secret && sealNewSecret(id, secret);
  await settleChallenge(unit, id, { credentialId, audience, newSecret: sealed });
  const token = challengeToken(id);
  if (!secret) return { step: "SECOND_FACTOR", token };
  return { step: "SET_UP_SECOND_FACTOR", token, secret, label: audience.toLowerCase() };
}

/** What can be no address is hashed as it stands, so that it takes the same way. */
export const hashOfTyped = (emailAddress: string): Buffer =>
  addressHash(canonicalAddress(emailAddress) ?? emailAddress.slice(0, 1_000));
