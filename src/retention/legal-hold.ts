// Named items of a record that are kept although nothing allows their use any more, for a reason and until a day.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { CalendarDay, DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "What of a record is kept from being erased, why and until when.",
})
@Entity("legal_holds")
export class LegalHold extends Node {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  @Column("text")
  subjectKind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  @Column("uuid")
  subjectId!: string;

  @ListSize(5)
  @Field(() => [String], { description: "The fields that are kept; none for the whole record." })
  @Column("text", { array: true })
  items!: string[];

  @Field(() => Boolean, { description: "Whether the whole record is kept." })
  @Column("boolean")
  isWholeRecord!: boolean;

  @Field(() => String, { description: "Why." })
  @Column("text")
  reason!: string;

  @Field(() => ID, { description: "Who placed it." })
  @Column("uuid")
  placedBy!: string;

  @Field(() => DateTime, { description: "When." })
  @Column("timestamptz")
  placedAt!: string;

  @Field(() => CalendarDay, { description: "The last day on which it holds." })
  @Column("date")
  endsOn!: string;

  @Field(() => ID, { nullable: true, description: "Who lifted it." })
  @Column("uuid", { nullable: true })
  liftedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was lifted." })
  @Column("timestamptz", { nullable: true })
  liftedAt!: string | null;
}

export const legalHoldShape = defineRecord(LegalHold, {
  ...{ table: "legal_holds", kind: "GOVERNANCE", isPersonal: true, subject: "subjectId" },
  key: ["id", "subjectId"],
  madeOf: {},
});

holds("legal_holds", {
  EVIDENCE: "reason",
  PSEUDONYM: "id subject_id placed_by lifted_by",
  NONE: "subject_kind items is_whole_record placed_at ends_on lifted_at",
});
