// What a client asks of the audit, as a condition can take it.
import { UUID } from "../database/uuid";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** An empty text is given too, and is nobody's: a filter never widens. */
export const isGiven = (text: string | null | undefined): text is string =>
  typeof text === "string";

/** No text of the database holds a zero byte: null equals nothing. */
export const storable = (text: string) => (text.includes("\0") ? null : text);

export const idOf = (text: string) => (UUID.test(text) ? text : NOBODY);
