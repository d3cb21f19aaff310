// A refresh token serves once; its successor is derived, so honest requests that refresh at the same time all get the
// same one, for ten seconds after the first. A token used later was copied: the session ends, and its person is
// told (RFC 9700 §4.14.2).
import { sql } from "../../database/sql";
import type { Audience } from "../audience";
import { queueMail } from "../../mail/queue-mail";
import { signInEntry } from "../sign-in/entries";
import { signInUnit } from "../sign-in-role";
import type { Viewer } from "../viewer";
import type { StartedSession } from "./start-session";
import { readRefreshToken } from "./tokens-of-session";

const SAME_SUCCESSOR_SECONDS = 10;

type Row = {
  credentialId: string;
  personId: string;
  customerId: string | null;
  audience: Audience;
  generation: number;
  isAlive: boolean;
  isFresh: boolean;
};

/** The session with its next generation, or null for a token that is no longer good. */
export function refreshSession(viewer: Viewer, token: string): Promise<StartedSession | null> {
  const read = readRefreshToken(token);
  if (!read) return Promise.resolve(null);
  return signInUnit(viewer, async (unit) => {
    const [found] = await unit.run(
      sql`select credential_id as "credentialId", person_id as "personId", customer_id as "customerId", audience, generation,
          ended_at is null and expires_at > decision_time() as "isAlive",
          rotated_at > decision_time() - make_interval(secs => ${SAME_SUCCESSOR_SECONDS}::integer) as "isFresh"
        from sessions where id = ${read.sessionId}::uuid for update`,
    );
    const session = found?.rows[0] as Row | undefined;
    if (!session?.isAlive || read.generation > session.generation) return null;

    const next = { ...session, id: read.sessionId, generation: read.generation + 1 };
    if (read.generation === session.generation) {
      await unit.run(
        sql`update sessions set generation = generation + 1, rotated_at = decision_time(), last_used_at = decision_time()
          where id = ${read.sessionId}::uuid`,
      );
      return next;
    }
    if (read.generation === session.generation - 1 && session.isFresh) return next;

    await unit.run(
      sql`update sessions set ended_at = decision_time(), end_reason = 'TOKEN_REUSED' where id = ${read.sessionId}::uuid`,
      queueMail("SESSION_REVOKED", session.credentialId),
      signInEntry(viewer, { operation: "sessionRefresh", isRefused: true, person: session }),
    );
    return null;
  });
}
