// Who processes on our behalf, under which agreements, and what left to them.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { PurposeType } from "../lawfulness/purpose-type";
import type { Purpose } from "../lawfulness/purposes";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A recipient that processes on our behalf.",
})
@Entity("service_providers")
export class ServiceProvider extends Node {
  @Field(() => String, { description: "Its name." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "What it does for us." })
  @Column("text")
  service!: string;

  @Field(() => DateTime, { description: "When the record was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "What lets a provider receive data at all.",
})
@Entity("provider_agreements")
export class ProviderAgreement extends Node {
  @Column("uuid")
  serviceProviderId!: string;

  @ListSize(5)
  @Field(() => [SubjectKindType], { description: "The kinds of record it covers." })
  @Column("text", { array: true })
  kinds!: SubjectKind[];

  @ListSize(5)
  @Field(() => [PurposeType], { description: "The purposes it covers." })
  @Column("text", { array: true })
  purposes!: Purpose[];

  @Field(() => DateTime, { description: "Since when." })
  @Column("timestamptz")
  inForceFrom!: string;

  @Field(() => DateTime, { nullable: true, description: "Since when it is over." })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;
}

export enum DisclosureOutcome {
  COMPLETED = "COMPLETED",
  ABORTED = "ABORTED",
}
registerEnumType(DisclosureOutcome, {
  name: "DisclosureOutcome",
  description: "How a file's leaving ended.",
  valuesConfig: {
    COMPLETED: { description: "The whole file left." },
    ABORTED: { description: "It was broken off: some of it may have left." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "That data left to a provider.",
})
@Entity("disclosures")
export class Disclosure extends Node {
  @Column("uuid")
  serviceProviderId!: string;

  @Field(() => ID, { description: "The provider's tool that pulled, or who took the file out." })
  @Column("uuid")
  viewerId!: string;

  @ListSize(5)
  @Field(() => [PurposeType], { description: "What for." })
  @Column("text", { array: true })
  purposes!: Purpose[];

  @ListSize(10)
  @Field(() => [String], { description: "The fields that left." })
  @Column("text", { array: true })
  fields!: string[];

  @Field(() => Int, { nullable: true, description: "The first change of a page of the feed." })
  @Column("bigint", { nullable: true })
  firstChange!: number | null;

  @Field(() => Int, { nullable: true, description: "The last change of a page of the feed." })
  @Column("bigint", { nullable: true })
  lastChange!: number | null;

  @Field(() => ID, { nullable: true, description: "The export, where a file left." })
  @Column("uuid", { nullable: true })
  exportId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The Disclosure that this row closes: each file that leaves is opened and closed.",
  })
  @Column("uuid", { nullable: true })
  ends!: string | null;

  @Field(() => DisclosureOutcome, {
    nullable: true,
    description: "How it ended, where this row closes one.",
  })
  @Column("text", { nullable: true })
  outcome!: DisclosureOutcome | null;

  @Field(() => String, { nullable: true, description: "The file's SHA-256, in hexadecimal." })
  @Column("text", { nullable: true })
  sha256!: string | null;

  @Field(() => Int, { description: "How many contacts left; at most, where it was broken off." })
  @Column("integer")
  contactCount!: number;

  @Field(() => DateTime, { description: "When." })
  @Column("timestamptz")
  disclosedAt!: string;
}

const governance = { kind: "GOVERNANCE", isPersonal: false } as const;

export const serviceProviderShape = defineRecord(ServiceProvider, {
  ...{ ...governance, table: "service_providers", key: ["id"] },
  madeOf: { agreements: ["id"], disclosures: ["id"] },
});
export const agreementShape = defineRecord(ProviderAgreement, {
  ...{ ...governance, table: "provider_agreements", key: ["id", "serviceProviderId"], madeOf: {} },
});
export const disclosureShape = defineRecord(Disclosure, {
  ...{ ...governance, table: "disclosures", key: ["id", "serviceProviderId"], madeOf: {} },
});
