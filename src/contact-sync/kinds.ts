// What a tool's pull is about: the kinds of contact for whose purpose it acts.
import type { Purpose } from "../lawfulness/purposes";
import { purposesOfViewer, PurposeRefused } from "../viewer/purpose";
import type { Viewer } from "../viewer/viewer";
import type { ContactKind } from "./contact-change";

export type Kind = `${ContactKind}`;

export const PURPOSE_OF = {
  PROSPECT: "MARKETING_AND_SALES",
  SUBSCRIBER: "NEWSLETTER",
} as const satisfies Record<Kind, Purpose>;
const KINDS = ["PROSPECT", "SUBSCRIBER"] as const satisfies readonly Kind[];

/** Throws `PurposeRefused` where the viewer acts for neither. */
export function kindsFor(viewer: Viewer): [Kind, ...Kind[]] {
  const purposes = purposesOfViewer(viewer);
  const [first, ...more] = KINDS.filter((kind) => purposes.includes(PURPOSE_OF[kind]));
  if (!first) throw new PurposeRefused("PROSPECT");
  return [first, ...more];
}
