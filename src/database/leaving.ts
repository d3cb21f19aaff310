// Whoever asked may go away before the answer is there. What PostgreSQL still does for them is then cancelled: by
// its own cancel request, on a connection of its own. The connection that did it isn't used again, so that a request
// that comes late strikes nobody else's statement.
import { connect } from "node:net";
import type { PoolClient } from "pg";
import { serialize } from "pg-protocol";

export type Leaving = { hasLeft: boolean; onLeave: Set<() => void> };

export const stillThere = (): Leaving => ({ hasLeft: false, onLeave: new Set() });

export function leave(leaving: Leaving): void {
  leaving.hasLeft = true;
  for (const stop of leaving.onLeave) stop();
}

/** How long PostgreSQL has for taking a cancel request, in milliseconds. */
const CANCEL_PATIENCE = 2_000;

type Running = PoolClient & { processID: number; secretKey: number; host: string; port: number };

/** PostgreSQL answers nothing: the statement ends with an error, or had ended. */
export function cancelRunning(client: PoolClient): void {
  const { processID, secretKey, host, port } = client as Running;
  const at = host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const socket = connect(at, () => socket.write(serialize.cancel(processID, secretKey)));
  socket.setTimeout(CANCEL_PATIENCE, () => socket.destroy());
  socket.resume().on("error", () => undefined);
}
