// The gate of wall 1: may this record be read for the purpose that this viewer acts for, now? One indexed
// predicate over the derived bits; PostgreSQL's policies ask the same by themselves.
import { type Fragment, raw } from "../database/sql";
import { type Kind, purposeOf } from "../viewer/purpose";
import type { Viewer } from "../viewer/viewer";
import { PURPOSE_BITS, type Purpose } from "./purposes";

/** The condition on `purposes` of a row (of the table or alias named). Answering the person asks no bit. */
export function permitted(viewer: Viewer, kind: Kind, alias = ""): Fragment {
  const bit = PURPOSE_BITS[purposeOf(viewer, kind) as Purpose] as number | undefined;
  if (bit === undefined) return raw("true");
  const prefix = alias && `${alias}.`;
  // The constant's text is the partial indexes' own.
  return raw(
    `(${prefix}purposes & ${bit}) <> 0 and ${prefix}purposes_valid_until > (select decision_time())`,
  );
}
