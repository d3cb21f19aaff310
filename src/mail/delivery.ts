// What became of a mail. Only what was deferred may be tried again: a refused one never, and one in doubt not by
// itself, since it may have arrived.
import type { Message } from "./message";

export type Delivery =
  | { outcome: "ACCEPTED" }
  | {
      /**
       * REFUSED: this recipient or message, for good. DEFERRED: not now. IN_DOUBT: the connection was lost after the
       * message was handed over and before the server said what it did with it.
       */
      outcome: "REFUSED" | "DEFERRED" | "IN_DOUBT";
      /** A code such as «550 5.1.1» or ECONNREFUSED; never the server's words, which may name people. */
      reason: string;
    };

export type Transport = (message: Message) => Promise<Delivery>;
