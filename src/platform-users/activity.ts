// Something that a platform user did on the platform, and when.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum ActivityKind {
  SIGNED_IN = "SIGNED_IN",
  CALL_REVIEWED = "CALL_REVIEWED",
  REPORT_VIEWED = "REPORT_VIEWED",
  COMMENT_ADDED = "COMMENT_ADDED",
  EXPORT_STARTED = "EXPORT_STARTED",
  SETTING_CHANGED = "SETTING_CHANGED",
}
registerEnumType(ActivityKind, {
  name: "ActivityKind",
  description: "What a user did.",
  valuesConfig: {
    SIGNED_IN: { description: "Signed in." },
    CALL_REVIEWED: { description: "Reviewed a call." },
    REPORT_VIEWED: { description: "Looked at a report." },
    COMMENT_ADDED: { description: "Wrote a comment." },
    EXPORT_STARTED: { description: "Started an export." },
    SETTING_CHANGED: { description: "Changed a setting." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Something that a user did on the platform.",
})
@Entity("activities")
export class Activity extends Node {
  @PrimaryColumn("uuid")
  customerId!: string;

  @Column("uuid")
  platformUserId!: string;

  @Field(() => ActivityKind, { description: "What the person did." })
  @Column("enum", { enum: ActivityKind })
  kind!: ActivityKind;

  @Field(() => DateTime, { description: "When the person did it." })
  @Column("timestamptz")
  occurredAt!: string;

  @Field(() => String, { description: "Which of our tools saw it." })
  @Column("text")
  source!: string;
}

export const activityShape = defineRecord(Activity, {
  table: "activities",
  kind: "ACTIVITY",
  isPersonal: true,
  subject: "platformUserId",
  key: ["id", "platformUserId"],
  madeOf: { platformUser: ["platformUserId"] },
});

holds("activities", {
  ACTIVITY: "kind occurred_at",
  PSEUDONYM: "id platform_user_id",
  NONE: "customer_id source source_id recorded_at",
});
