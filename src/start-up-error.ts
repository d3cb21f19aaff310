// What stops a start or a command for a reason that a person can mend: told in one line, without a stack.

export class StartUpError extends Error {
  override name = "StartUpError";
}
