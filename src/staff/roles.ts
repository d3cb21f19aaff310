// Granting, confirming and ending roles. Nobody changes an own one; marketing and support are never in one hand; power
// over others needs a second operator; the last operator and the last privacy officer stay. PostgreSQL refuses the same.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { withdrawStaffInvitationsOf } from "../invitations/withdraw-of";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { roleNow, type StaffRolePayload } from "./payload";
import { StaffAudience } from "./staff-role";

@InputType({ description: "Who shall act as what." })
export class StaffRoleGrantInput {
  @Field(() => ID, { description: "The person." })
  staffId!: string;

  @Field(() => StaffAudience, { description: "The role." })
  audience!: StaffAudience;
}

@InputType({ description: "Which role." })
export class StaffRoleInput {
  @Field(() => ID, { description: "The role." })
  id!: string;
}

export const notByYourself = (field: string) =>
  userError("NOT_BY_YOURSELF", field, "Nobody changes an own role. Ask another operator.");
export const lastInOffice = (field: string) =>
  userError(
    "LAST_IN_OFFICE",
    field,
    "Nobody else holds this role. Grant it to somebody else first.",
  );

/** Two operators who grant or end at once wait for each other, and the second sees what the first did. */
export const holdRoles = (unit: Unit) =>
  unit.run(sql`select pg_advisory_xact_lock(hashtext('staff_roles'))`);

type Live = { id: string; staffId: string; audience: StaffAudience; isInForce: boolean };

export async function liveRoles(viewer: Viewer, unit: Unit): Promise<Live[]> {
  const [found] = await unit.run(
    sql`select id, staff_id as "staffId", audience, is_in_force as "isInForce" from staff_roles
      where ${reachOf(viewer, "staff_roles")} and ended_at is null`,
  );
  return (found?.rows ?? []) as Live[];
}

const entry = (viewer: Viewer, operation: string, staffId: string) =>
  entryOf(viewer, {
    action: "WRITE",
    operation,
    kind: "STAFF",
    fields: ["roles"],
    subjectIds: [staffId],
  });

/** Repeating answers the role that stands. */
export async function staffRoleGrant(
  viewer: Viewer,
  { staffId, audience }: StaffRoleGrantInput,
): Promise<StaffRolePayload> {
  const wrong = checkId(staffId, "staffId");
  if (wrong) return { role: null, userErrors: [wrong] };
  const id = newId();
  const granted = await unitOfWork(
    actorOf(viewer, "STAFF"),
    async (unit): Promise<UserError | string> => {
      await holdRoles(unit);
      const [person] = await unit.run(
        sql`select id from staff where ${reachOf(viewer, "staff")} and id = ${staffId}::uuid and state = 'ACTIVE'`,
      );
      if (!person?.rowCount) return notFound("staffId");
      if (staffId.toLowerCase() === viewer.id) return notByYourself("staffId");
      const held = (await liveRoles(viewer, unit)).filter(
        (role) => role.staffId === staffId.toLowerCase(),
      );
      const same = held.find((role) => role.audience === audience);
      if (same) return same.id;
      if (held.some((role) => excludes(role.audience, audience))) {
        return userError(
          "DUTIES_APART",
          "audience",
          "Marketing and support are never in one hand. End the other role first.",
        );
      }
      await unit.run(
        sql`insert into staff_roles (id, staff_id, audience, granted_by)
        values (${id}::uuid, ${staffId}::uuid, ${audience}::staff_audience, ${viewer.id}::uuid)`,
        entry(viewer, "staffRoleGrant", staffId),
      );
      return id;
    },
  );
  if (typeof granted !== "string") return { role: null, userErrors: [granted] };
  return roleNow(viewer, "staffRoleGrant", granted);
}

/** By a second operator; repeating answers the role as it is. */
export async function staffRoleConfirm(
  viewer: Viewer,
  { id }: StaffRoleInput,
): Promise<StaffRolePayload> {
  const fault = await changeRole(viewer, id, async (unit, role, grantedBy) => {
    if (grantedBy === viewer.id) {
      return userError(
        "NOT_BY_YOURSELF",
        "id",
        "You granted this role. A second operator has to confirm it.",
      );
    }
    if (role.isInForce) return null;
    await unit.run(
      sql`update staff_roles set confirmed_by = ${viewer.id}::uuid, confirmed_at = decision_time() where id = ${id}::uuid`,
      entry(viewer, "staffRoleConfirm", role.staffId),
    );
    return null;
  });
  return fault ? { role: null, userErrors: [fault] } : roleNow(viewer, "staffRoleConfirm", id);
}

/** Also takes back what nobody confirmed yet. Repeating answers the role as it ended. */
export async function staffRoleEnd(
  viewer: Viewer,
  { id }: StaffRoleInput,
): Promise<StaffRolePayload> {
  const fault = await changeRole(viewer, id, async (unit, role) => {
    if (isLastInOffice(await liveRoles(viewer, unit), role)) return lastInOffice("id");
    await unit.run(
      sql`update staff_roles set ended_by = ${viewer.id}::uuid, ended_at = decision_time() where id = ${id}::uuid`,
      ...(role.audience === StaffAudience.OPERATOR
        ? [withdrawStaffInvitationsOf(viewer, role.staffId)]
        : []),
      entry(viewer, "staffRoleEnd", role.staffId),
    );
    return null;
  });
  return fault ? { role: null, userErrors: [fault] } : roleNow(viewer, "staffRoleEnd", id);
}

type Change = (unit: Unit, role: Live, grantedBy: string | null) => Promise<UserError | null>;

async function changeRole(viewer: Viewer, id: string, change: Change): Promise<UserError | null> {
  const wrong = checkId(id, "id");
  if (wrong) return wrong;
  return unitOfWork(actorOf(viewer, "STAFF"), async (unit) => {
    await holdRoles(unit);
    const [found] = await unit.run(
      sql`select id, staff_id as "staffId", audience, is_in_force as "isInForce", granted_by as "grantedBy",
          ended_at is not null as "hasEnded"
        from staff_roles where ${reachOf(viewer, "staff_roles")} and id = ${id}::uuid`,
    );
    const role = found?.rows[0] as
      (Live & { grantedBy: string | null; hasEnded: boolean }) | undefined;
    if (!role) return notFound("id");
    if (role.staffId === viewer.id) return notByYourself("id");
    return role.hasEnded ? null : change(unit, role, role.grantedBy);
  });
}

const APART = ["SUPPORT", "MARKETING"];
const excludes = (one: string, other: string) =>
  one !== other && APART.includes(one) && APART.includes(other);

const INDISPENSABLE = ["OPERATOR", "PRIVACY_OFFICER"];
export const isLastInOffice = (roles: Live[], role: Live): boolean =>
  role.isInForce &&
  INDISPENSABLE.includes(role.audience) &&
  !roles.some(
    ({ id, audience, isInForce }) => id !== role.id && isInForce && audience === role.audience,
  );
