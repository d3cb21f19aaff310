// The doors to our own people: operators change, the privacy officer sees.
import { connectionFields, fields, fragment, only, payloadFields } from "../access/fragment";

const operator = only("OPERATOR");
const overseen = only("OPERATOR", "PRIVACY_OFFICER");

export const staffAccess = fragment({
  Query: { staff: overseen },
  Mutation: fields("staffRoleGrant staffRoleConfirm staffRoleEnd staffDeactivate", operator),
  StaffMember: fields("id name emailAddress state createdAt deactivatedAt roles", overseen),
  StaffRole: fields(
    "id audience grantedBy grantedAt confirmedBy confirmedAt endedBy endedAt isInForce",
    overseen,
  ),
  ...payloadFields("StaffRolePayload", "role", operator),
  ...payloadFields("StaffMemberPayload", "staffMember", operator),
  ...connectionFields("StaffMember", overseen),
  ...connectionFields("StaffRole", overseen),
});
