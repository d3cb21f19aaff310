// How a process ends: once, at a signal, at a fault or when told to, and with code 1 if there was a reason.
import closeWithGrace from "close-with-grace";
import { lineFor } from "./start-up-error";

const PATIENCE_MS = 30_000;

export type Ending = {
  /** Ends the process; a reason is printed, and makes it a failure. */
  end(reason?: string): void;
  isEnding(): boolean;
};

export function whenEnding(close: () => Promise<void>): Ending {
  let isEnding = false;
  let failure: string | undefined;
  const grace = closeWithGrace(
    { delay: PATIENCE_MS, skip: ["SIGINT"], logger: undefined },
    async ({ err }) => {
      isEnding = true;
      failure ??= err && lineFor(err);
      if (failure) console.error(failure);
      await close();
      if (failure) throw new Error(failure); // so that the process ends with code 1
    },
  );
  const end = (reason?: string) => {
    if (isEnding) return;
    failure = reason;
    grace.close();
  };
  // npm passes on a Ctrl-C that we have already had from the terminal: ending once is enough
  process.on("SIGINT", () => end());
  return { end, isEnding: () => isEnding };
}
