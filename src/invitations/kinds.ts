// The two kinds of invitation: where each lies, and which mail goes out for it.
import type { RecordShape } from "../access/record";
import {
  type StaffInvitation,
  staffInvitationShape,
  type UserInvitation,
  userInvitationShape,
} from "./invitation";

export type InvitationKind<T> = {
  shape: RecordShape;
  mail: "USER_INVITATION" | "STAFF_INVITATION";
  /** Names the record for the type checker only. */
  of?: T;
};

export const USER: InvitationKind<UserInvitation> = {
  shape: userInvitationShape,
  mail: "USER_INVITATION",
};
export const STAFF: InvitationKind<StaffInvitation> = {
  shape: staffInvitationShape,
  mail: "STAFF_INVITATION",
};
