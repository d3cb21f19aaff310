// How long an operation may take. PostgreSQL is told what is left with every trip, and cancels what takes longer; no
// statement begins afterwards, and nothing is committed.
import { refusal } from "../http/refusal";

export const OPERATION_SECONDS = 10;

/** On the clock of `performance.now()`. */
export const deadlineFromNow = (): number => performance.now() + OPERATION_SECONDS * 1_000;

export const tookTooLong = () =>
  refusal("DEADLINE_EXCEEDED", { seconds: String(OPERATION_SECONDS) });
