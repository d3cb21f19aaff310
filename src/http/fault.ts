// An unexpected fault, told twice: outside one sentence with a reference, in the log what a developer needs.
// An error's own words may repeat what it choked on (a value, an address), so only those of programming
// faults are logged.
import { types } from "node:util";
import { REQUEST_ERRORS, type RequestCode } from "../errors/catalogue";
import { fill } from "../errors/template";

/** Error classes whose message speaks of code, not of data. */
const PROGRAMMING_FAULTS = new Set(["TypeError", "RangeError", "ReferenceError", "AssertionError"]);

/** The words for whoever asked: the reference is the request's id, which the log line carries too. */
export const maskedFault = (reference: string) => ({
  message: fill(REQUEST_ERRORS.INTERNAL.message, { reference }),
  extensions: { code: "INTERNAL" as const satisfies RequestCode, reference },
});

export function faultForLog(error: unknown): Record<string, unknown> {
  if (!types.isNativeError(error)) return { type: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    code,
    constraint,
    message: PROGRAMMING_FAULTS.has(error.name) ? error.message : undefined,
    at: (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line)),
    cause: error.cause === undefined ? undefined : faultForLog(error.cause),
  };
}
