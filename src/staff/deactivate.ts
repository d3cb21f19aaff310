// One of our people leaves: every role ends, and within five seconds no token is taken any more.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import type { UserError } from "../graphql/user-error";
import { withdrawStaffInvitationsOf } from "../invitations/withdraw-of";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { memberNow, type StaffMemberPayload } from "./payload";
import { holdRoles, isLastInOffice, lastInOffice, liveRoles, notByYourself } from "./roles";

@InputType({ description: "Who leaves." })
export class StaffDeactivateInput {
  @Field(() => ID, { description: "The person." })
  id!: string;
}

/** Repeating answers the person as they are. */
export async function staffDeactivate(
  viewer: Viewer,
  { id }: StaffDeactivateInput,
): Promise<StaffMemberPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return { staffMember: null, userErrors: [wrong] };
  const fault = await unitOfWork(
    actorOf(viewer, "STAFF"),
    async (unit): Promise<UserError | null> => {
      await holdRoles(unit);
      const [found] = await unit.run(
        sql`select state from staff where ${reachOf(viewer, "staff")} and id = ${id}::uuid`,
      );
      if (!found?.rowCount) return notFound("id");
      if (id.toLowerCase() === viewer.id) return notByYourself("id");
      if (found.rows[0]?.state === "DEACTIVATED") return null;
      const roles = await liveRoles(viewer, unit);
      const own = roles.filter(({ staffId }) => staffId === id.toLowerCase());
      if (own.some((role) => isLastInOffice(roles, role))) return lastInOffice("id");
      await unit.run(
        sql`update staff_roles set ended_by = ${viewer.id}::uuid, ended_at = decision_time()
        where staff_id = ${id}::uuid and ended_at is null`,
        sql`update staff set state = 'DEACTIVATED', deactivated_at = decision_time() where id = ${id}::uuid`,
        withdrawStaffInvitationsOf(viewer, id),
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "staffDeactivate", kind: "STAFF" },
          ...{ fields: ["state", "roles"], subjectIds: [id] },
        }),
      );
      return null;
    },
  );
  return fault
    ? { staffMember: null, userErrors: [fault] }
    : memberNow(viewer, "staffDeactivate", id);
}
