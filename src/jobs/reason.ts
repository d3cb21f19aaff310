// Why a job failed, as it is kept and shown: a code, since an error's own words may name people. The log has the rest.
import { DatabaseAway } from "../database/unit-of-work";

export const REASONS = {
  MAIL_DEFERRED: "The mail server takes no mail at the moment.",
  DATABASE_AWAY: "PostgreSQL could not be reached, or had no connection left.",
  LAWFULNESS_DIFFERS:
    "Records may be processed for something else than their ledger says. Tell the privacy officer.",
  POSTGRESQL: "PostgreSQL refused a statement, with this code (see its manual, appendix A).",
  SYSTEM: "A file, a network or another service failed, with this code.",
  UNEXPECTED: "A fault of ours. The worker's log has it under the job's number.",
} as const;
export type Reason = keyof typeof REASONS;

/** A job that can't go on for a reason that we know, and is tried again. */
export class JobFailure extends Error {
  constructor(readonly reason: Reason) {
    super(REASONS[reason]);
  }
}

/** The reason, and a code beside it where there is one: `POSTGRESQL 23505`. */
export function reasonOf(error: unknown): string {
  if (error instanceof JobFailure) return error.reason;
  if (error instanceof DatabaseAway) return "DATABASE_AWAY";
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return `POSTGRESQL ${code}`;
  if (typeof code === "string" && /^[A-Z][A-Z0-9_]{1,39}$/.test(code)) return `SYSTEM ${code}`;
  const kind = typeof name === "string" && /^[A-Za-z]{1,40}$/.test(name) ? name : "ERROR";
  return `UNEXPECTED ${kind.toUpperCase()}`;
}

/** What is kept, in words. */
export function wordsFor(kept: string | null): string | null {
  if (kept === null) return null;
  const [reason = "", code] = kept.split(" ");
  const words = REASONS[reason as Reason];
  return words && (code === undefined ? words : `${words.slice(0, -1)}: ${code}.`);
}
