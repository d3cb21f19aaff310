// A person who met us on a site, at an event or by mail, and might do business with us.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { CalendarDay, DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum ProspectKind {
  VISITOR = "VISITOR",
  EVENT_PARTICIPANT = "EVENT_PARTICIPANT",
  PARTNER = "PARTNER",
  PROSPECTIVE_CUSTOMER = "PROSPECTIVE_CUSTOMER",
}
registerEnumType(ProspectKind, {
  name: "ProspectKind",
  description: "How a person relates to us.",
  valuesConfig: {
    VISITOR: { description: "Came to one of our sites." },
    EVENT_PARTICIPANT: { description: "Took part in an event." },
    PARTNER: { description: "A partner, or somebody who may become one." },
    PROSPECTIVE_CUSTOMER: { description: "May become a customer." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A person who met us and might do business with us.",
})
@Entity("prospects")
export class Prospect extends Node {
  @Field(() => String, { description: "The person's name." })
  @Column("text")
  name!: string;

  @Field(() => ProspectKind, { description: "How the person relates to us." })
  @Column("enum", { enum: ProspectKind })
  kind!: ProspectKind;

  @Field(() => String, { nullable: true, description: "Where the person works." })
  @Column("text", { nullable: true })
  companyName!: string | null;

  @Field(() => String, { description: "The address as given." })
  @Column("text")
  emailAddress!: string;

  @Field(() => String, { description: "Where we have the data from (GDPR Art. 14(2)(f))." })
  @Column("text")
  source!: string;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "The day on which the person was told that we hold the data (GDPR Art. 14(3)).",
  })
  @Column("date", { nullable: true })
  informedOn!: string | null;

  @Field(() => DateTime, { description: "When the record was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => Int, {
    description: "Counts changes: give it back with a change, to hear of others' meanwhile.",
  })
  @Column({ type: "integer", insert: false, update: false })
  version!: number;

  @Field(() => Boolean, { description: "Whether marketing may be mailed now: consent stands." })
  @Column({ type: "boolean", insert: false, update: false })
  mayEmail!: boolean;

  @Column({ type: "integer", insert: false, update: false })
  purposes!: number;

  /** Until when all of them hold: of whoever was not told, the time to tell them. */
  @Column({ type: "timestamptz", insert: false, update: false })
  purposesValidUntil!: string;
}

export const prospectShape = defineRecord(Prospect, {
  table: "prospects",
  kind: "PROSPECT",
  isPersonal: true,
  key: ["id"],
  madeOf: {
    permittedPurposes: ["purposes"],
    toBeInformedBy: ["informedOn", "purposesValidUntil"],
    ...{ channels: ["id"], interactions: ["id"] },
  },
});

holds("prospects", {
  CONTACT: "name kind company_name email_address email_canonical email_hash",
  EVIDENCE: "source informed_on",
  PSEUDONYM: "id",
  NONE: "created_at changed_at version may_email purposes purposes_valid_until",
});
