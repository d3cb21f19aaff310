// How long an operation may take. PostgreSQL is told what is left with every trip, and cancels what takes longer; no
// statement begins afterwards, and nothing is committed.
import { Refusal } from "../http/refusal";

export const OPERATION_SECONDS = 10;

/** On the clock of `performance.now()`. */
export const deadlineFromNow = (): number => performance.now() + OPERATION_SECONDS * 1_000;

export const tookTooLong = () =>
  new Refusal(
    503,
    "DEADLINE_EXCEEDED",
    `The operation took longer than ${OPERATION_SECONDS} seconds and was ended. Ask for less at once, or again later.`,
    { "retry-after": String(OPERATION_SECONDS) },
  );
