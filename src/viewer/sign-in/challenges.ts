// A challenge is a sign-in under way: the password was right, and a choice or a second factor is still asked. It lives
// for five minutes, bears five codes, and serves once. It ends with the password that opened it, and with the second
// factor that it asks for.
import { type Fragment, sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import { newId } from "../../database/uuid";
import { asSignIn } from "../sign-in-role";
import { linkToken, readLinkToken } from "./link-token";

export const CHALLENGE_MINUTES = 5;
const CODES_MAXIMUM = 5;

export type Challenge = {
  id: string;
  credentialIds: string[];
  credentialId: string | null;
  audience: string | null;
  newSecret: Buffer | null;
};

/** `sessionId`: whose second factor is changed while it is signed in; such a challenge lets nobody in. */
export async function openChallenge(
  unit: Unit,
  credentialIds: readonly string[],
  sessionId: string | null = null,
): Promise<string> {
  const id = newId();
  await unit.run(
    sql`insert into sign_in_challenges (id, credential_ids, session_id, expires_at)
      values (${id}::uuid, ${credentialIds}::uuid[], ${sessionId}::uuid,
        decision_time() + make_interval(mins => ${CHALLENGE_MINUTES}::integer))`,
  );
  return id;
}

/** Ends what is under way for a way in whose password or second factor changes. The way in is held by then. */
export const endChallenges = (credentialId: string): Fragment =>
  sql`update sign_in_challenges set used_at = decision_time()
    where credential_ids @> array[${credentialId}::uuid] and used_at is null`;

export const challengeToken = (id: string) => linkToken("CHALLENGE", { id });

/** Whose challenge a token is; null before it is somebody's, and where there is none. */
export async function credentialOf(token: string): Promise<string | null> {
  const link = readLinkToken("CHALLENGE", token);
  if (!link) return null;
  const [found] = await asSignIn(
    sql`select credential_id as "credentialId" from sign_in_challenges where id = ${link.id}::uuid`,
  );
  return (found?.rows[0]?.credentialId as string | null | undefined) ?? null;
}

/**
 * The challenge behind a token, with one more attempt counted and the row held; null where it is over. Its ways in are
 * held first, in the order of whoever changes their passwords.
 */
export async function takeChallenge(
  unit: Unit,
  token: string,
  sessionId: string | null = null,
): Promise<Challenge | null> {
  const link = readLinkToken("CHALLENGE", token);
  if (!link) return null;
  const [, found] = await unit.run(
    sql`select from credentials where id = any (array(
        select unnest(credential_ids) from sign_in_challenges where id = ${link.id}::uuid)) order by id for no key update`,
    sql`update sign_in_challenges set attempts = attempts + 1
      where id = ${link.id}::uuid and used_at is null and expires_at > decision_time() and attempts < ${CODES_MAXIMUM}::integer
        and session_id is not distinct from ${sessionId}::uuid
      returning id, credential_ids as "credentialIds", credential_id as "credentialId", audience, new_secret as "newSecret"`,
  );
  return (found?.rows[0] as Challenge | undefined) ?? null;
}

/** Whom the challenge is about from now on; `newSecret` where a second factor is to be set up first. */
export const settleChallenge = (
  unit: Unit,
  id: string,
  settled: { credentialId: string; audience: string; newSecret: Buffer | null },
) =>
  unit.run(
    sql`update sign_in_challenges set credential_id = ${settled.credentialId}::uuid, audience = ${settled.audience},
        new_secret = ${settled.newSecret}::bytea, attempts = 0
      where id = ${id}::uuid`,
  );

export const useChallenge = (unit: Unit, id: string) =>
  unit.run(sql`update sign_in_challenges set used_at = decision_time() where id = ${id}::uuid`);
