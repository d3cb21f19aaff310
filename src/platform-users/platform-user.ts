// A person who uses the platform for a customer. The address is unique within that customer only.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum UserRole {
  ACCOUNT_ADMINISTRATOR = "ACCOUNT_ADMINISTRATOR",
  USER = "USER",
}
registerEnumType(UserRole, {
  name: "UserRole",
  description: "What a user may do in the account.",
  valuesConfig: {
    ACCOUNT_ADMINISTRATOR: { description: "Runs the customer's account." },
    USER: { description: "Uses the platform." },
  },
});

export enum UserState {
  ACTIVE = "ACTIVE",
  DEACTIVATED = "DEACTIVATED",
}
registerEnumType(UserState, {
  name: "UserState",
  description: "Whether a user may use the platform.",
  valuesConfig: {
    ACTIVE: { description: "May." },
    DEACTIVATED: { description: "May not any more." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A person who uses the platform for a customer.",
})
@Entity("platform_users")
export class PlatformUser extends Node {
  @PrimaryColumn("uuid")
  customerId!: string;

  @Field(() => String, { description: "The person's name." })
  @Column("text")
  name!: string;

  @Field(() => UserRole, { description: "What the person may do in the account." })
  @Column("enum", { enum: UserRole })
  role!: UserRole;

  @Field(() => UserState, { description: "Whether the person may use the platform." })
  @Column("enum", { enum: UserState })
  state!: UserState;

  @Field(() => String, { nullable: true, description: "What the person does at the customer." })
  @Column("text", { nullable: true })
  jobTitle!: string | null;

  @Field(() => String, { description: "The address as given." })
  @Column("text")
  emailAddress!: string;

  @Column({ type: "text", insert: false, update: false })
  emailMasked!: string;

  @Field(() => String, { nullable: true, description: "Telephone number at work." })
  @Column("text", { nullable: true })
  phone!: string | null;

  @Field(() => DateTime, { description: "When the record was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When the person was deactivated." })
  @Column("timestamptz", { nullable: true })
  deactivatedAt!: string | null;

  @Field(() => Int, {
    description: "Counts changes: give it back with a change, to hear of others' meanwhile.",
  })
  @Column({ type: "integer", insert: false, update: false })
  version!: number;

  @Column({ type: "integer", insert: false, update: false })
  purposes!: number;
}

export const platformUserShape = defineRecord(PlatformUser, {
  table: "platform_users",
  kind: "PLATFORM_USER",
  isPersonal: true,
  key: ["id", "customerId"],
  madeOf: {
    permittedPurposes: ["purposes"],
    emailAddressMasked: ["emailMasked"],
    customer: ["customerId"],
    activities: ["id"],
  },
});

holds("platform_users", {
  CONTACT: "name email_address email_canonical email_hash email_masked phone",
  ACCOUNT: "role state job_title deactivated_at",
  PSEUDONYM: "id",
  NONE: "customer_id created_at version purposes purposes_valid_until",
});
