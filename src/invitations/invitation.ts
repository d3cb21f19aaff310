// An invitation: a link that went to an address, good for seven days and once. Of a user, by the customer's
// administrators (the first by an operator); of one of our own people, by operators.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import { UserRole } from "../platform-users/platform-user";
import { StaffAudience } from "../staff/staff-role";

export const INVITATION_DAYS = 7;

export enum InvitationState {
  OPEN = "OPEN",
  ACCEPTED = "ACCEPTED",
  WITHDRAWN = "WITHDRAWN",
  EXPIRED = "EXPIRED",
}
registerEnumType(InvitationState, {
  name: "InvitationState",
  description: "What became of an invitation.",
  valuesConfig: {
    OPEN: { description: "Its link works." },
    ACCEPTED: { description: "The person came in." },
    WITHDRAWN: { description: "It was taken back." },
    EXPIRED: { description: "Nobody used the link in time. Send it again." },
  },
});

@ObjectType({ simpleResolvers: true })
abstract class Invitation extends Node {
  @Field(() => String, { description: "The name of the person invited." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "The address that the link went to." })
  @Column("text")
  emailAddress!: string;

  @Field(() => ID, { nullable: true, description: "Who invited; nobody for the first operators." })
  @Column("uuid", { nullable: true })
  invitedBy!: string | null;

  @Field(() => DateTime, { description: "When." })
  @Column({ type: "timestamptz", insert: false, update: false })
  invitedAt!: string;

  @Field(() => DateTime, { description: "Until when the link works." })
  @Column("timestamptz")
  expiresAt!: string;

  @Column("timestamptz", { nullable: true })
  acceptedAt!: string | null;

  @Column("timestamptz", { nullable: true })
  withdrawnAt!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: "An invitation to use the platform for a customer.",
})
@Entity("user_invitations")
export class UserInvitation extends Invitation {
  @Field(() => ID, { description: "The customer for whom." })
  @PrimaryColumn("uuid")
  customerId!: string;

  @Field(() => UserRole, { description: "What the person will be able to do in the account." })
  @Column("enum", { enum: UserRole })
  role!: UserRole;
}

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: "An invitation to work with us.",
})
@Entity("staff_invitations")
export class StaffInvitation extends Invitation {
  @Field(() => StaffAudience, { description: "What the person will be able to act as." })
  @Column("enum", { enum: StaffAudience })
  audience!: StaffAudience;
}

const madeOf = { state: ["expiresAt", "acceptedAt", "withdrawnAt"] };

export const userInvitationShape = defineRecord(UserInvitation, {
  ...{ table: "user_invitations", kind: "INVITATION", isPersonal: true, key: ["id"], madeOf },
});
export const staffInvitationShape = defineRecord(StaffInvitation, {
  ...{ table: "staff_invitations", kind: "STAFF", isPersonal: true, key: ["id"], madeOf },
});

export function stateOf({ acceptedAt, withdrawnAt, expiresAt }: Invitation): InvitationState {
  if (acceptedAt) return InvitationState.ACCEPTED;
  if (withdrawnAt) return InvitationState.WITHDRAWN;
  return Date.parse(expiresAt) > Date.now() ? InvitationState.OPEN : InvitationState.EXPIRED;
}

holds("user_invitations", {
  CONTACT: "name email_address email_canonical email_hash",
  ACCOUNT: "role",
  PSEUDONYM: "id invited_by",
  NONE: "customer_id invited_at expires_at generation accepted_at withdrawn_at",
});
holds("staff_invitations", {
  CONTACT: "name email_address email_canonical email_hash",
  ACCOUNT: "audience",
  PSEUDONYM: "id invited_by",
  NONE: "invited_at expires_at generation accepted_at withdrawn_at",
});
