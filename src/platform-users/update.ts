// An administrator changes a user's name or role. The account never loses its last administrator.
import { Field, ID, InputType, Int } from "type-graphql";
import { changesIn, sealedChanges } from "../audit/changes/sealed-changes";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { withdrawUserInvitationsOf } from "../invitations/withdraw-of";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { lastAdministrator, lockUser } from "./lock";
import { changed, type PlatformUserPayload, refused } from "./payload";
import { UserRole } from "./platform-user";
import { reachOf } from "../access/scope";

@InputType({ description: "What to change of a user." })
export class PlatformUserUpdateInput {
  @Field(() => ID, { description: "The user." })
  id!: string;

  @Field(() => String, { nullable: true, description: "The new name, up to 200 characters." })
  name?: string | null;

  @Field(() => UserRole, { nullable: true, description: "The new role." })
  role?: UserRole | null;

  @Field(() => Int, {
    nullable: true,
    description: "The version you saw: refused if somebody changed it since.",
  })
  version?: number | null;
}

export async function platformUserUpdate(
  viewer: Viewer,
  input: PlatformUserUpdateInput,
): Promise<PlatformUserPayload> {
  const { id, name, role } = input;
  const faults = refusals(
    checkId(id, "id"),
    name === undefined ? null : checkText(name, "name", { maximum: 200, isRequired: true }),
    name === undefined && !role
      ? userError("REQUIRED", "name", "Give name or role, or both.")
      : null,
  );
  if (faults.length) return refused(...faults);
  const fault = await unitOfWork(
    actorOf(viewer, "PLATFORM_USER"),
    async (unit): Promise<UserError | null> => {
      const user = await lockUser(viewer, unit, id);
      if (!user) return notFound("id");
      if (typeof input.version === "number" && input.version !== user.version)
        return userError(
          "CONFLICT",
          "version",
          "Somebody changed this user meanwhile. Read it again, and repeat.",
        );
      if (role === UserRole.USER && user.isLastAdministrator) return lastAdministrator("role");
      const after = { name: name?.trim() ?? user.name, role: role ?? user.role };
      const fields = [...(name ? (["name"] as const) : []), ...(role ? (["role"] as const) : [])];
      const entryId = newId();
      const changes = changesIn(fields, user, after);
      const sealedValues = await sealedChanges(
        unit,
        { kind: "PLATFORM_USER", id },
        entryId,
        changes,
      );
      await unit.run(
        sql`update platform_users set name = ${after.name}::text, role = ${after.role}::user_role
        where ${reachOf(viewer, "platform_users")} and id = ${id}::uuid`,
        ...(role === UserRole.USER ? [withdrawUserInvitationsOf(viewer, id)] : []),
        entryOf(viewer, {
          ...{ action: "WRITE", operation: "platformUserUpdate", kind: "PLATFORM_USER" },
          ...{ id: entryId, subjectIds: [id], fields, sealedValues },
        }),
      );
      return null;
    },
  );
  if (fault) return refused(fault);
  return changed(viewer, "platformUserUpdate", id);
}
