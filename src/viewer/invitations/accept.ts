// Accepting an invitation: whoever holds the link chooses a password, and is a user or one of our people from then on.
// The link works for seven days and once.
import { sql } from "../../database/sql";
import { isUniqueViolation } from "../../database/unique-violation";
import { newId } from "../../database/uuid";
import type { UserError } from "../../graphql/user-error";
import type { Caller } from "../caller";
import { asSignIn, signInUnit } from "../sign-in-role";
import { signInEntry } from "../sign-in/entries";
import { linkNotGood } from "../sign-in/link-not-good";
import { readLinkToken } from "../sign-in/link-token";
import { passwordFault, passwordHash } from "../sign-in/password";
import { countTry, RATES } from "../sign-in/rates";
import type { Viewer } from "../viewer";

/** Identifiers for what accepting makes: the person, the way in, and four bases or a role. */
const NEW_IDS = 6;

type Invited = { emailHash: Buffer | null; passwordSalt: Buffer | null };

/** The refusals; none where the invitation was accepted. Throws a refusal (429). */
export async function acceptInvitation(
  viewer: Viewer,
  caller: Caller,
  { token, password }: { token: string; password: string },
): Promise<UserError[]> {
  const staff = readLinkToken("STAFF_INVITATION", token);
  const link = staff ?? readLinkToken("USER_INVITATION", token);
  if (!link) return [linkNotGood("token")];
  await countTry({ rate: RATES.linkOfNetwork, by: caller.network });
  const fault = passwordFault(password, "password");
  if (fault) return [fault];

  const [found] = await asSignIn(
    sql`select a as "emailHash", (select c.password_salt from credentials c where c.email_hash = a limit 1) as "passwordSalt"
      from invited_address(${staff ? "STAFF" : "PLATFORM_USER"}::person_kind, ${link.id}::uuid) a`,
  );
  const { emailHash, passwordSalt } = (found?.rows[0] ?? {}) as Partial<Invited>;
  if (!emailHash) return [linkNotGood("token")];
  const hash = await passwordHash(password, emailHash, passwordSalt ?? null);
  const ids = Array.from({ length: NEW_IDS }, () => newId());
  const accepted = staff
    ? sql`select accept_staff_invitation(${link.id}::uuid, ${link.generation}::integer, ${ids}::uuid[], ${hash}::bytea) as id`
    : sql`select accept_user_invitation(${link.id}::uuid, ${link.generation}::integer, ${ids}::uuid[], ${hash}::bytea) as id`;
  try {
    return await signInUnit(viewer, async (unit) => {
      const [made] = await unit.run(accepted);
      const personId = made?.rows[0]?.id as string | null | undefined;
      if (!personId) return [linkNotGood("token")];
      const person = { personId, customerId: null, audience: "PUBLIC" };
      await unit.run(signInEntry(viewer, { operation: "invitationAccept", person }));
      return [];
    });
  } catch (error) {
    // the address has a way in meanwhile: by another invitation, or a directory
    if (isUniqueViolation(error)) return [linkNotGood("token")];
    throw error;
  }
}
