// An administrator takes a user out of service. Repeating answers the same; the last administrator stays. One whose record is
// restricted can be locked out too, without being shown.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import type { UserError } from "../graphql/user-error";
import { withdrawUserInvitationsOf } from "../invitations/withdraw-of";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { lastAdministrator, lockUser } from "./lock";
import { changed, type PlatformUserPayload, refused } from "./payload";

@InputType({ description: "Whom to deactivate." })
export class PlatformUserDeactivateInput {
  @Field(() => ID, { description: "The user." })
  id!: string;
}

export async function platformUserDeactivate(
  viewer: Viewer,
  { id }: PlatformUserDeactivateInput,
): Promise<PlatformUserPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const fault = await unitOfWork(
    actorOf(viewer, "PLATFORM_USER"),
    async (unit): Promise<UserError | null> => {
      const user = await lockUser(viewer, unit, id);
      if (!user) return lockOutRestricted(viewer, unit, id);
      if (user.state === "DEACTIVATED") return null;
      if (user.isLastAdministrator) return lastAdministrator("id");
      await unit.run(
        sql`update platform_users set state = 'DEACTIVATED', deactivated_at = decision_time()
        where ${reachOf(viewer, "platform_users")} and id = ${id}::uuid`,
        withdrawUserInvitationsOf(viewer, id),
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "platformUserDeactivate", kind: "PLATFORM_USER" },
          ...{ fields: ["state"], subjectIds: [id] },
        }),
      );
      return null;
    },
  );
  if (fault) return refused(fault);
  return changed(viewer, "platformUserDeactivate", id);
}

async function lockOutRestricted(
  viewer: Viewer,
  unit: Unit,
  id: string,
): Promise<UserError | null> {
  const [locked] = await unit.run(sql`select lock_out_restricted(${id}::uuid) as "isLockedOut"`);
  if (!locked?.rows[0]?.isLockedOut) return notFound("id");
  await unit.run(
    withdrawUserInvitationsOf(viewer, id),
    entryOf(viewer, {
      ...{ action: "WRITE", operation: "platformUserDeactivate", kind: "PLATFORM_USER" },
      ...{ fields: ["state"], subjectIds: [id] },
    }),
  );
  return null;
}
