// What a user did: entity and GraphQL type in one.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum ActivityKind {
  SIGNED_IN = "SIGNED_IN",
  CALL_REVIEWED = "CALL_REVIEWED",
  REPORT_VIEWED = "REPORT_VIEWED",
  COMMENT_ADDED = "COMMENT_ADDED",
  EXPORT_STARTED = "EXPORT_STARTED",
  SETTING_CHANGED = "SETTING_CHANGED",
}
registerEnumType(ActivityKind, { name: "ActivityKind" });

@ObjectType()
@Entity("activities")
export class Activity {
  @PrimaryColumn("uuid", { name: "customer_id" })
  customerId: string;

  @Field(() => ID)
  @PrimaryColumn("uuid")
  id: string;

  @Field(() => ActivityKind)
  @Column("enum", { enum: ActivityKind })
  kind: ActivityKind;

  @Field()
  @Column("timestamptz", { name: "occurred_at" })
  occurredAt: Date;
}

@ObjectType()
export class ActivityConnection {
  @Field(() => [Activity])
  nodes: Activity[];
}
