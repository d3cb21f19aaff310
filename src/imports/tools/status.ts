// What tools' words mean here. A stop always wins: whoever left somewhere, or can't be reached, is not mailed from here.
import type { ErrorCode } from "../../graphql/error-code";
import { ImportField as Field } from "./fields";

export type Stop = "UNSUBSCRIBED" | "OPTED_OUT" | "COMPLAINED" | "BOUNCED";

/** Whoever left the list of this file may read another; every other stop is for all mail. */
export const leavesOneList = (stop: Stop): boolean => stop === "UNSUBSCRIBED";

export type Standing =
  | { is: "HELD" }
  | { is: "STOP"; reason: Stop }
  | { is: "REFUSED"; code: ErrorCode; message: string };

const HELD: Standing = { is: "HELD" };
const left: Standing = { is: "STOP", reason: "UNSUBSCRIBED" };
const optedOut: Standing = { is: "STOP", reason: "OPTED_OUT" };
const complained: Standing = { is: "STOP", reason: "COMPLAINED" };
const bounced: Standing = { is: "STOP", reason: "BOUNCED" };
const notConfirmed: Standing = {
  ...{ is: "REFUSED", code: "NOT_CONFIRMED" },
  message: "The tool's status says that the person has not confirmed.",
};
const notInUse: Standing = {
  ...{ is: "REFUSED", code: "NOT_IN_USE" },
  message: "The tool's status says that the contact is archived.",
};
const unknown: Standing = {
  ...{ is: "REFUSED", code: "INVALID" },
  message:
    "The status is none of: subscribed, unsubscribed, cleaned, bounced, pending, archived. Map another column, or none.",
};

/** Mailchimp's words, and those of others for the same. */
const STATUS_WORDS: Record<string, Standing> = {
  "": HELD,
  ...{ subscribed: HELD, active: HELD, confirmed: HELD },
  ...{ unsubscribed: left, "opted out": optedOut, blocklisted: optedOut, blocked: optedOut },
  ...{ complained, complaint: complained, "spam complaint": complained, abuse: complained },
  ...{ cleaned: bounced, bounced, "hard bounce": bounced, "hard bounced": bounced },
  ...{ pending: notConfirmed, unconfirmed: notConfirmed, transactional: notConfirmed },
  ...{ "non-subscribed": notConfirmed, nonsubscribed: notConfirmed },
  ...{ archived: notInUse, deleted: notInUse },
};

const YES = ["true", "1", "yes", "ja", "x", "oui", "vrai"];
const NO = ["", "false", "0", "no", "nein", "non", "faux"];
const unclear: Standing = {
  ...{ is: "REFUSED", code: "INVALID" },
  message: "Whether the person opted out is neither yes nor no.",
};

/** From the cells of a row, most binding first: a stop before anything else, one for all mail before one for a list. */
export function standingOf(text: (field: Field) => string, needsConsent: boolean): Standing {
  if (text(Field.CLEANED_AT)) return bounced;
  const optOut = text(Field.OPTED_OUT).toLowerCase();
  if (YES.includes(optOut)) return optedOut;
  const status = STATUS_WORDS[text(Field.STATUS).toLowerCase()] ?? unknown;
  if (status.is === "STOP" && !leavesOneList(status.reason)) return status;
  if (text(Field.UNSUBSCRIBED_AT)) return left;
  if (status.is !== "HELD") return status;
  if (!NO.includes(optOut)) return unclear;
  const basis = text(Field.LEGAL_BASIS).toLowerCase();
  return needsConsent && basis && !basis.includes("consent") ? notConfirmed : HELD;
}
