// What a tool's pull is about: both kinds of contact, unless the request narrowed itself to the purpose of one.
import type { Purpose } from "../lawfulness/purposes";
import type { Viewer } from "../viewer/viewer";
import type { ContactKind } from "./contact-change";

export type Kind = `${ContactKind}`;

export const PURPOSE_OF = {
  PROSPECT: "MARKETING_AND_SALES",
  SUBSCRIBER: "NEWSLETTER",
} as const satisfies Record<Kind, Purpose>;

export const kindsFor = ({ narrowedTo }: Viewer): [Kind, ...Kind[]] => {
  if (narrowedTo === PURPOSE_OF.SUBSCRIBER) return ["SUBSCRIBER"];
  return narrowedTo === null ? ["PROSPECT", "SUBSCRIBER"] : ["PROSPECT"];
};
