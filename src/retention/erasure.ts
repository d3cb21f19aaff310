// A record whose last basis ended is going to be erased. Until then it is closed to everybody but whoever answers the person.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "That a record is going to be erased, when, and because of what.",
})
@Entity("erasures")
export class Erasure extends Node {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  @Column("text")
  subjectKind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  @Column("uuid")
  subjectId!: string;

  @Field(() => ID, { description: "The row of the ledger that ended the last basis." })
  @Column("uuid")
  because!: string;

  @Field(() => DateTime, { description: "When it was scheduled." })
  @Column("timestamptz")
  scheduledAt!: string;

  @Field(() => DateTime, { description: "When it is due: thirty days after, to mend a mistake." })
  @Column("timestamptz")
  dueAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When a new basis cancelled it." })
  @Column("timestamptz", { nullable: true })
  cancelledAt!: string | null;
}

export const erasureShape = defineRecord(Erasure, {
  ...{ table: "erasures", kind: "GOVERNANCE", isPersonal: true, subject: "subjectId" },
  key: ["id", "subjectId"],
  madeOf: { willGo: ["subjectKind"], stays: ["subjectKind"] },
});

holds("erasures", {
  PSEUDONYM: "id subject_id",
  NONE: "subject_kind because scheduled_at due_at cancelled_at",
});
