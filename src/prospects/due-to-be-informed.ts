// How many prospects are still to be told that we hold their data (GDPR Art. 14(3)): counts alone, as the night's job found
// them. Who they are, the list of prospects shows.
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { defineScope, everywhere } from "../access/scope";
import { DateTime } from "../graphql/scalars";

@ObjectType({
  simpleResolvers: true,
  description: "How many prospects are still to be told that we hold their data.",
})
@Entity("prospects_due_to_be_informed")
export class ProspectsDueToBeInformed {
  @Field(() => Int, { description: "How many days count as soon." })
  @Column("integer")
  dueWithinDays!: number;

  @Field(() => Int, {
    description: "How many are to be told within these days, before marketing to them closes.",
  })
  @Column("integer")
  dueSoon!: number;

  @Field(() => Int, {
    description: "How many of those whom we hold were not told in time: marketing is closed.",
  })
  @Column("integer")
  missed!: number;

  @Field(() => DateTime, { description: "When it was counted." })
  @PrimaryColumn("timestamptz")
  asOf!: string;
}

export const dueToBeInformedShape = defineRecord(ProspectsDueToBeInformed, {
  ...{ table: "prospects_due_to_be_informed", kind: "FIGURES", isPersonal: false, key: [] },
  madeOf: {},
});

defineScope("prospects_due_to_be_informed", {
  MARKETING: everywhere,
  PRIVACY_OFFICER: everywhere,
});
