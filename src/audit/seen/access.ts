// What a customer and its users are told of the audit: when, in which role, for which purpose, which fields, by which rule
// somebody looked at what is theirs. Who it was of our staff, only the privacy officer sees.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../../access/record";
import { Node } from "../../graphql/node";
import { DateTime } from "../../graphql/scalars";
import { holds } from "../../lawfulness/personal-data";
import { ListSize } from "../../limits/declared-cost";
import { AuditAction } from "../audit-entry";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "That somebody looked at, or changed, what is yours.",
})
@Entity("access_log")
export class Access extends Node {
  @Field(() => DateTime, { description: "When." })
  @Column("timestamptz")
  recordedAt!: string;

  @Field(() => AuditAction, { description: "What was done." })
  @Column("enum", { enum: AuditAction })
  action!: AuditAction;

  @Field(() => String, { description: "In which role." })
  @Column("text")
  audience!: string;

  @Field(() => String, { description: "For which purpose." })
  @Column("text")
  purpose!: string;

  @Field(() => String, { description: "By which operation." })
  @Column("text")
  operation!: string;

  @Field(() => String, { nullable: true, description: "The kind of record." })
  @Column("text", { nullable: true })
  subjectKind!: string | null;

  @ListSize(10)
  @Field(() => [String], { description: "Which fields." })
  @Column("text", { array: true })
  fields!: string[];

  @ListSize(25)
  @Field(() => [ID], { description: "Which of your records." })
  @Column("uuid", { array: true })
  subjectIds!: string[];

  @Field(() => String, { description: "Its number in your company's sealed log, without gaps." })
  @Column("bigint")
  number!: string;
}

holds("access_log", {
  PSEUDONYM: "subject_ids",
  NONE: "customer_id id number recorded_at action audience purpose operation subject_kind fields parent_hash leaf_hash chain_hash",
});

export const accessShape = defineRecord(Access, {
  ...{ table: "access_log", kind: "GOVERNANCE", isPersonal: false, key: ["id"] },
  madeOf: { rule: ["audience", "subjectKind", "purpose"] },
});
