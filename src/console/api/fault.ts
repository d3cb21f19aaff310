// What keeps a question from being answered, as far as a person can do something about it.
export type FaultKind =
  /** Nobody answers, or the server says that it is away for a moment. */
  | "AWAY"
  /** The session has ended: sign in again, and go on. */
  | "SESSION_OVER"
  /** More was asked than this person may ask for in a minute. */
  | "TOO_MANY"
  /** The server refused or failed; the code says which, the reference finds it in the log. */
  | "REFUSED";

export class Fault extends Error {
  readonly kind: FaultKind;
  readonly code: string | null;
  readonly reference: string | null;
  readonly retryAfterSeconds: number;

  constructor(
    kind: FaultKind,
    message: string,
    more: { code?: string | null; reference?: string | null; retryAfterSeconds?: number } = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = more.code ?? null;
    this.reference = more.reference ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? 2;
  }
}

export const isAway = (error: unknown) => error instanceof Fault && error.kind === "AWAY";
export const isSessionOver = (error: unknown) =>
  error instanceof Fault && error.kind === "SESSION_OVER";

/** The server may still be at it, or may never have heard of it: under the same key it can be sent again. */
export const isUnanswered = (error: unknown) =>
  isAway(error) || (error instanceof Fault && error.code === "IDEMPOTENCY_IN_PROGRESS");
