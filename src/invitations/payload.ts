// What inviting answers.
import { Field, ObjectType } from "type-graphql";
import { sql } from "../database/sql";
import { readRows } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { StaffInvitation, UserInvitation } from "./invitation";
import type { InvitationKind } from "./kinds";

@ObjectType({ simpleResolvers: true, description: "The invitation after the change." })
export class UserInvitationPayload {
  @Field(() => UserInvitation, { nullable: true, description: "The invitation." })
  invitation!: UserInvitation | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The invitation after the change." })
export class StaffInvitationPayload {
  @Field(() => StaffInvitation, { nullable: true, description: "The invitation." })
  invitation!: StaffInvitation | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

type Changed = { operation: string; id: string | null; userErrors: UserError[] };

/** The invitation as it is now, or the refusals. */
export async function invitationNow<T>(
  viewer: Viewer,
  { shape }: InvitationKind<T>,
  { operation, id, userErrors }: Changed,
): Promise<{ invitation: T | null; userErrors: UserError[] }> {
  if (id === null || userErrors.length) return { invitation: null, userErrors };
  const where = [sql`id = ${id}::uuid`];
  const [invitation] = await readRows<T>(viewer, shape, { operation, where });
  return { invitation: invitation ?? null, userErrors };
}
