// A role that one of our people holds, held, or waits for a second operator to confirm.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum StaffAudience {
  SUPPORT = "SUPPORT",
  MARKETING = "MARKETING",
  PRIVACY_OFFICER = "PRIVACY_OFFICER",
  OPERATOR = "OPERATOR",
}
registerEnumType(StaffAudience, {
  name: "StaffAudience",
  description: "What one of our people may act as.",
  valuesConfig: {
    SUPPORT: { description: "Helps customers and their users. Never together with marketing." },
    MARKETING: { description: "Writes to prospects and subscribers. Never together with support." },
    PRIVACY_OFFICER: { description: "Answers people's requests. Needs a second operator's word." },
    OPERATOR: { description: "Runs the program and its accounts. Needs a second operator's word." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A role that somebody of ours holds.",
})
@Entity("staff_roles")
export class StaffRole extends Node {
  @Column("uuid")
  staffId!: string;

  @Field(() => StaffAudience, { description: "What the person may act as." })
  @Column("enum", { enum: StaffAudience })
  audience!: StaffAudience;

  @Field(() => ID, {
    nullable: true,
    description: "The operator who granted it; none for the first.",
  })
  @Column("uuid", { nullable: true })
  grantedBy!: string | null;

  @Field(() => DateTime, { description: "When it was granted." })
  @Column({ type: "timestamptz", insert: false, update: false })
  grantedAt!: string;

  @Field(() => ID, { nullable: true, description: "The second operator, where one is needed." })
  @Column("uuid", { nullable: true })
  confirmedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was confirmed." })
  @Column("timestamptz", { nullable: true })
  confirmedAt!: string | null;

  @Field(() => ID, { nullable: true, description: "The operator who ended it." })
  @Column("uuid", { nullable: true })
  endedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;

  @Field(() => Boolean, { description: "Whether the person may act in it now." })
  @Column({ type: "boolean", insert: false, update: false })
  isInForce!: boolean;
}

export const staffRoleShape = defineRecord(StaffRole, {
  table: "staff_roles",
  kind: "STAFF",
  isPersonal: true,
  subject: "staffId",
  key: ["id", "staffId"],
  madeOf: {},
});

holds("staff_roles", {
  ACCOUNT: "audience",
  PSEUDONYM: "staff_id granted_by confirmed_by ended_by",
  NONE: "id granted_at confirmed_at ended_at is_in_force",
});
