// A new password by whoever knows the old one, and a second factor or new recovery codes by whoever proves it again.
import { timingSafeEqual } from "node:crypto";
import { sql } from "../../database/sql";
import { type UserError, userError } from "../../graphql/user-error";
import { asSignIn, signInUnit } from "../sign-in-role";
import { signInEntry } from "../sign-in/entries";
import { passwordFault, passwordHash } from "../sign-in/password";
import { countTry, forgetTries, RATES } from "../sign-in/rates";
import type { Viewer } from "../viewer";
import { changePassword } from "./reset";

type Own = {
  credentialId: string;
  emailHash: Buffer;
  passwordHash: Buffer;
  passwordSalt: Buffer | null;
};

/** The way by which this session came in, if the password given is its own. Throws a refusal (429). */
export async function provePassword(viewer: Viewer, password: string): Promise<Own | null> {
  const [found] = await asSignIn(
    sql`select c.id as "credentialId", c.email_hash as "emailHash", c.password_hash as "passwordHash",
        c.password_salt as "passwordSalt"
      from credentials c join sessions s on s.credential_id = c.id where s.id = ${viewer.sessionId}::uuid`,
  );
  const own = found?.rows[0] as Own | undefined;
  if (!own) return null;
  const tries = { rate: RATES.proofOfSession, by: viewer.sessionId ?? "" };
  await countTry(tries);
  const hash = await passwordHash(password, own.emailHash, own.passwordSalt);
  if (!timingSafeEqual(own.passwordHash, hash)) return null;
  await asSignIn(forgetTries(tries));
  return own;
}

export const passwordNotRight = (field: string) =>
  userError("INVALID", field, "The password is not right, or you did not sign in with one.");

/** The refusals; none where the password was changed. */
export async function changeOwnPassword(
  viewer: Viewer,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<UserError[]> {
  const fault = passwordFault(newPassword, "newPassword");
  if (fault) return [fault];
  const own = await provePassword(viewer, password);
  if (!own) return [passwordNotRight("password")];
  const hash = await passwordHash(newPassword, own.emailHash, own.passwordSalt);
  const { id, customerId, audience, sessionId } = viewer;
  const person = { personId: id!, customerId, audience };
  await signInUnit(viewer, async (unit) => {
    await changePassword(unit, own.credentialId, hash, sessionId);
    await unit.run(signInEntry(viewer, { operation: "passwordChange", person }));
  });
  return [];
}
