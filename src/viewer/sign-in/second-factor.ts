// The second factor: the step of a code serves once, by one conditional update, so a code that somebody watched is worth
// nothing. The secret is kept sealed.
import { sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import { open, seal } from "../../keys/envelope";
import { newTotpSecretOf, totpSecretOf } from "../../keys/sealed-columns";
import { queueMail } from "../../mail/queue-mail";
import { endChallenges } from "./challenges";
import { stepOf } from "./totp";

/** A secret that a challenge shows, until its first code proves that the app has it. */
export const sealNewSecret = (challengeId: string, secret: Buffer) =>
  seal(newTotpSecretOf(challengeId), secret);
export const openNewSecret = (challengeId: string, sealed: Buffer) =>
  open(newTotpSecretOf(challengeId), sealed);

/** Takes the code's step, unless it or a later one was taken before. */
export async function acceptCode(unit: Unit, credentialId: string, code: string): Promise<boolean> {
  const [found] = await unit.run(
    sql`select totp_secret as sealed from credentials where id = ${credentialId}::uuid and totp_confirmed_at is not null`,
  );
  const sealed = found?.rows[0]?.sealed as Buffer | undefined;
  if (!sealed) return false;
  const step = stepOf(open(totpSecretOf(credentialId), sealed), code);
  if (step === null) return false;
  const [taken] = await unit.run(
    sql`update credentials set totp_last_step = ${step}::bigint
      where id = ${credentialId}::uuid and totp_last_step < ${step}::bigint`,
  );
  return taken?.rowCount === 1;
}

/** From now on; what was under way with the factor before is over, and the person is told by mail. */
export const setUpSecret = (unit: Unit, credentialId: string, secret: Buffer, step: number) =>
  unit.run(
    sql`update credentials set totp_secret = ${seal(totpSecretOf(credentialId), secret)}::bytea,
        totp_confirmed_at = decision_time(), totp_last_step = ${step}::bigint
      where id = ${credentialId}::uuid`,
    endChallenges(credentialId),
    queueMail("SECOND_FACTOR_CHANGED", credentialId),
  );
