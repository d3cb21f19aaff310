// What stops a start or a command for a reason that a person can mend: told in one line, without a stack.

export class StartUpError extends Error {
  override name = "StartUpError";
}

/** The line for it; whatever else was thrown is a fault of ours, and shows where. */
export function lineFor(error: unknown): string {
  if (error instanceof StartUpError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
