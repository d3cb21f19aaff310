// The doors to invitations.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const administrator = only("ACCOUNT_ADMINISTRATOR");
const operator = only("OPERATOR");
const either = only("ACCOUNT_ADMINISTRATOR", "OPERATOR");

export const invitationAccess = fragment({
  Query: { userInvitations: either, staffInvitations: operator },
  Mutation: {
    userInvite: administrator,
    ...fields("userInvitationResend userInvitationWithdraw", either),
    ...fields(
      "firstAdministratorInvite staffInvite staffInvitationResend staffInvitationWithdraw",
      operator,
    ),
  },
  UserInvitation: fields(
    "id name emailAddress role state invitedBy invitedAt expiresAt customerId",
    either,
  ),
  StaffInvitation: fields(
    "id name emailAddress audience state invitedBy invitedAt expiresAt",
    operator,
  ),
  ...payloadFields("UserInvitationPayload", "invitation", either),
  ...payloadFields("StaffInvitationPayload", "invitation", operator),
  ...connectionFields("UserInvitation", either),
  ...connectionFields("StaffInvitation", operator),
});
