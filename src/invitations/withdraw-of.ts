// Whoever may not invite any more has no open invitations: they are taken back with the right.
import { reachOf } from "../access/scope";
import { type Fragment, raw, sql } from "../database/sql";
import type { Viewer } from "../viewer/viewer";
import { type InvitationKind, STAFF, USER } from "./kinds";
import "./scope";

const withdrawOf = (
  viewer: Viewer,
  { shape }: InvitationKind<unknown>,
  inviterId: string,
): Fragment =>
  sql`update ${raw(shape.table)} set withdrawn_at = decision_time()
    where ${reachOf(viewer, shape.table)} and invited_by = ${inviterId}::uuid and accepted_at is null and withdrawn_at is null`;

export const withdrawUserInvitationsOf = (viewer: Viewer, inviterId: string) =>
  withdrawOf(viewer, USER, inviterId);

export const withdrawStaffInvitationsOf = (viewer: Viewer, inviterId: string) =>
  withdrawOf(viewer, STAFF, inviterId);
