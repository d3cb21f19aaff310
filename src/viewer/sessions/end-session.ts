// A person ends a session: this one by signing out, any other from the list, or all others at once. Repeating is
// harmless; within five seconds no token of it is taken any more.
import { reachOf } from "../../access/scope";
import { entryOf } from "../../audit/entries";
import { raw, sql, type Fragment } from "../../database/sql";
import { inOneTrip, unitOfWork } from "../../database/unit-of-work";
import { actorOf } from "../actor";
import type { Viewer } from "../viewer";
import type { SessionEnd } from "./session";
import "./scope";

type Ending = { which: Fragment; reason: `${SessionEnd}`; operation: string };

const ended = async (viewer: Viewer, { which, reason, operation }: Ending): Promise<number> =>
  unitOfWork(actorOf(viewer, "SESSION"), async (unit) => {
    const [result] = await unit.run(
      sql`update sessions set ended_at = decision_time(), end_reason = ${reason}::session_end
        where ${reachOf(viewer, "sessions")} and ended_at is null and ${which}`,
    );
    const rowCount = result?.rowCount ?? 0;
    if (rowCount) {
      const subjectIds = viewer.id ? [viewer.id] : [];
      const entry = { action: "WRITE", operation, kind: "SESSION", fields: ["endedAt"] } as const;
      await unit.run(entryOf(viewer, { ...entry, subjectIds, rowCount }));
    }
    return rowCount;
  });

export const signOut = (viewer: Viewer) =>
  ended(viewer, {
    which: sql`id = ${viewer.sessionId}::uuid`,
    reason: "SIGNED_OUT",
    operation: "signOut",
  });

/** How many ended now: none where it had ended before. Null where it is no session of this person's. */
export async function endSession(viewer: Viewer, id: string): Promise<number | null> {
  const which = sql`id = ${id}::uuid`;
  const endedCount = await ended(viewer, {
    which,
    reason: "ENDED_BY_PERSON",
    operation: "sessionEnd",
  });
  if (endedCount > 0) return endedCount;
  const [own] = await inOneTrip(actorOf(viewer, "SESSION"), [
    sql`select from sessions where ${reachOf(viewer, "sessions")} and ${which}`,
  ]);
  return own?.rowCount ? 0 : null;
}

export const endOtherSessions = (viewer: Viewer) =>
  ended(viewer, {
    which: viewer.sessionId ? sql`id <> ${viewer.sessionId}::uuid` : raw("true"),
    reason: "ENDED_BY_PERSON",
    operation: "sessionEndOthers",
  });
