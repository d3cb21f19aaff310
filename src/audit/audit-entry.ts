// An entry of the audit: who did or saw what, for which purpose, by which operation.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { ListSize } from "../limits/declared-cost";

export enum AuditAction {
  READ = "READ",
  WRITE = "WRITE",
  REVEAL = "REVEAL",
  DENIED = "DENIED",
}
registerEnumType(AuditAction, {
  name: "AuditAction",
  description: "What was done.",
  valuesConfig: {
    READ: { description: "Records were shown." },
    WRITE: { description: "Records were changed." },
    REVEAL: { description: "A masked value was shown." },
    DENIED: { description: "An attempt was refused." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Who did or saw what, and why.",
})
@Entity("audit_entries")
export class AuditEntry extends Node {
  @Field(() => DateTime, { description: "When." })
  @Column("timestamptz")
  recordedAt!: string;

  @Field(() => AuditAction, { description: "What was done." })
  @Column("enum", { enum: AuditAction })
  action!: AuditAction;

  @Field(() => String, { description: "In which role." })
  @Column("text")
  audience!: string;

  @Field(() => ID, { nullable: true, description: "Who." })
  @Column("uuid", { nullable: true })
  viewerId!: string | null;

  @Field(() => ID, { nullable: true, description: "For which customer, where for one." })
  @Column("uuid", { nullable: true })
  customerId!: string | null;

  @Field(() => ID, { nullable: true, description: "For which provider, where for one." })
  @Column("uuid", { nullable: true })
  serviceProviderId!: string | null;

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

  @ListSize(100)
  @Field(() => [ID], { description: "Which records; empty where there were too many to name." })
  @Column("uuid", { array: true })
  subjectIds!: string[];

  @ListSize(1)
  @Field(() => [ID], { description: "The rows of the ledger of bases that allowed a use of one." })
  @Column("uuid", { array: true })
  basisIds!: string[];

  @Field(() => Int, { nullable: true, description: "The first change of a page of the feed." })
  @Column("bigint", { nullable: true })
  firstChange!: number | null;

  @Field(() => Int, { nullable: true, description: "The last change of a page of the feed." })
  @Column("bigint", { nullable: true })
  lastChange!: number | null;

  @Field(() => Int, { description: "How many records." })
  @Column("integer")
  rowCount!: number;

  @Field(() => ID, { nullable: true, description: "The request, as in the log." })
  @Column("uuid", { nullable: true })
  requestId!: string | null;
}

export const auditEntryShape = defineRecord(AuditEntry, {
  ...{
    table: "audit_entries",
    kind: "GOVERNANCE",
    isPersonal: false,
    key: ["id"],
    madeOf: { changed: ["id"] },
  },
});
