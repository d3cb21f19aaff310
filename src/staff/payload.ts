// What changing a role answers.
import { Field, ObjectType } from "type-graphql";
import { sql } from "../database/sql";
import { readRows } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { StaffMember, staffShape } from "./staff-member";
import { StaffRole, staffRoleShape } from "./staff-role";

@ObjectType({ simpleResolvers: true, description: "The role after the change." })
export class StaffRolePayload {
  @Field(() => StaffRole, { nullable: true, description: "The role." })
  role!: StaffRole | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The person after the change." })
export class StaffMemberPayload {
  @Field(() => StaffMember, { nullable: true, description: "The person." })
  staffMember!: StaffMember | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export async function roleNow(
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<StaffRolePayload> {
  const where = [sql`id = ${id}::uuid`];
  const [role] = await readRows<StaffRole>(viewer, staffRoleShape, { operation, where });
  return { role: role ?? null, userErrors: [] };
}

export async function memberNow(
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<StaffMemberPayload> {
  const where = [sql`id = ${id}::uuid`];
  const [staffMember] = await readRows<StaffMember>(viewer, staffShape, { operation, where });
  return { staffMember: staffMember ?? null, userErrors: [] };
}
