// One of our own people.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum StaffState {
  ACTIVE = "ACTIVE",
  DEACTIVATED = "DEACTIVATED",
}
registerEnumType(StaffState, {
  name: "StaffState",
  description: "Whether somebody of ours may sign in.",
  valuesConfig: {
    ACTIVE: { description: "May." },
    DEACTIVATED: { description: "May not any more." },
  },
});

@ObjectType({ implements: Node, simpleResolvers: true, description: "One of our own people." })
@Entity("staff")
export class StaffMember extends Node {
  @Field(() => String, { description: "The person's name." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "The address that signs in." })
  @Column("text")
  emailAddress!: string;

  @Field(() => StaffState, { description: "Whether the person may sign in." })
  @Column("enum", { enum: StaffState })
  state!: StaffState;

  @Field(() => DateTime, { description: "When the invitation was accepted." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When the person was deactivated." })
  @Column("timestamptz", { nullable: true })
  deactivatedAt!: string | null;
}

export const staffShape = defineRecord(StaffMember, {
  table: "staff",
  kind: "STAFF",
  isPersonal: true,
  key: ["id"],
  madeOf: { roles: ["id"] },
});

holds("staff", {
  CONTACT: "name email_address email_canonical email_hash",
  ACCOUNT: "state deactivated_at",
  PSEUDONYM: "id",
  NONE: "created_at",
});
