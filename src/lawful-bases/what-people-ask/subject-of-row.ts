// Whose ledger a row stands in, found by the row's own identifier.
import { sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { checkId, notFound } from "../../graphql/input";
import type { UserError } from "../../graphql/user-error";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import type { Subject } from "../lawfulness";
import type { BasisTransition } from "../ledger-entry";

export async function subjectOfRow(
  viewer: Viewer,
  id: string,
  transition: BasisTransition,
): Promise<Subject | UserError> {
  const wrong = checkId(id, "id");
  if (wrong) return wrong;
  const [found] = await inOneTrip(actorOf(viewer, "GOVERNANCE"), [
    sql`select subject_kind as kind, subject_id as id from lawful_bases
      where id = ${id}::uuid and transition = ${transition}::basis_transition`,
  ]);
  return (found!.rows[0] as Subject | undefined) ?? notFound("id");
}
