// A forgotten password. Asking costs the same for every address and says nothing; the mailer finds out whether there
// is anybody to write to. The link works for an hour and once, and a new password ends every session.
import { sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import { newId } from "../../database/uuid";
import type { UserError } from "../../graphql/user-error";
import type { Caller } from "../caller";
import { asSignIn, signInUnit } from "../sign-in-role";
import { queueMail } from "../../mail/queue-mail";
import { endChallenges } from "../sign-in/challenges";
import { signInEntry, type Person } from "../sign-in/entries";
import { linkNotGood } from "../sign-in/link-not-good";
import { readLinkToken } from "../sign-in/link-token";
import { passwordFault, passwordHash } from "../sign-in/password";
import { countTry, RATES } from "../sign-in/rates";
import { hashOfTyped, letIn } from "../sign-in/sign-in";
import type { Viewer } from "../viewer";

export const RESET_MINUTES = 60;

/** Throws a refusal (429). */
export async function requestPasswordReset(
  viewer: Viewer,
  caller: Caller,
  emailAddress: string,
): Promise<void> {
  const emailHash = hashOfTyped(emailAddress);
  const account = { rate: RATES.resetOfAccount, by: emailHash };
  await countTry(account, { rate: RATES.resetOfNetwork, by: caller.network });
  const id = newId();
  await signInUnit(viewer, (unit) =>
    unit.run(
      sql`insert into password_resets (id, email_hash, expires_at)
        values (${id}::uuid, ${emailHash}::bytea, decision_time() + make_interval(mins => ${RESET_MINUTES}::integer))`,
      queueMail("PASSWORD_RESET", id),
      signInEntry(viewer, { operation: "passwordResetRequest", person: null }),
    ),
  );
}

type Way = { credentialId: string; emailHash: Buffer; passwordSalt: Buffer | null } & Person;

/** The refusals; none where the password was changed. Throws a refusal (429). */
export async function resetPassword(
  viewer: Viewer,
  caller: Caller,
  { token, password }: { token: string; password: string },
): Promise<UserError[]> {
  const link = readLinkToken("PASSWORD_RESET", token);
  if (!link) return [linkNotGood("token")];
  await countTry({ rate: RATES.linkOfNetwork, by: caller.network });
  const fault = passwordFault(password, "password");
  if (fault) return [fault];
  const [found] = await asSignIn(wayOf(link));
  const way = found?.rows[0] as Way | undefined;
  if (!way) return [linkNotGood("token")];
  const hash = await passwordHash(password, way.emailHash, way.passwordSalt);
  const faults = await signInUnit(viewer, async (unit) => {
    const [held] = await unit.run(sql`${wayOf(link)} for update of c`);
    if (!held?.rowCount) return [linkNotGood("token")];
    await changePassword(unit, way.credentialId, hash, null);
    await unit.run(signInEntry(viewer, { operation: "passwordReset", person: way }));
    return [];
  });
  if (!faults.length) await letIn(way.emailHash, caller);
  return faults;
}

/** The way in that a link opens, until its password was changed after the reset was asked for. */
const wayOf = ({ id, of }: { id: string; of: string }) =>
  sql`select c.id as "credentialId", c.email_hash as "emailHash", c.password_salt as "passwordSalt", c.person_id as "personId", c.customer_id as "customerId",
      case c.person_kind when 'STAFF' then 'PUBLIC' else 'PLATFORM_USER' end as audience
    from credentials c join password_resets r on r.email_hash = c.email_hash
    where c.id = nullif(${of}, '')::uuid and r.id = ${id}::uuid and r.expires_at > decision_time()
      and c.password_changed_at < r.requested_at`;

/** Sets a new password, ends every sign-in under way and every session but the one named, and tells the person by mail. */
export const changePassword = (
  unit: Unit,
  credentialId: string,
  hash: Buffer,
  keptSessionId: string | null,
) =>
  unit.run(
    sql`update credentials set password_hash = ${hash}::bytea, password_changed_at = decision_time()
      where id = ${credentialId}::uuid`,
    endChallenges(credentialId),
    sql`update sessions set ended_at = decision_time(), end_reason = 'PASSWORD_CHANGED'
      where credential_id = ${credentialId}::uuid and ended_at is null and id is distinct from ${keptSessionId}::uuid`,
    queueMail("PASSWORD_CHANGED", credentialId),
  );
