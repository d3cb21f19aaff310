// Addresses that may not be brought in: suppressed, or of a person whose record is closed. The lock keeps bringing
// in and suppressing apart, so that neither commits without having seen the other.
import { type Fragment, raw, sql } from "../database/sql";

/** Any number may bring in at once; suppressing waits for them, and they for it. */
const LOCK = raw("hashtextextended('closed addresses', 0)");
export const whileBringingIn = (): Fragment => sql`select pg_advisory_xact_lock_shared(${LOCK})`;
export const whileSuppressing = (): Fragment => sql`select pg_advisory_xact_lock(${LOCK})`;

/** Those of the hashes that are closed, in hexadecimal. */
export const closedAmong = (kind: "PROSPECT" | "SUBSCRIBER", hashes: readonly Buffer[]): Fragment =>
  sql`select encode(h, 'hex') as hash from closed_addresses(${kind}::subject_kind, ${hashes}::bytea[]) h`;
