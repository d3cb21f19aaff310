// How a prospect met us. What names nobody is counted elsewhere and is never one of these.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum InteractionKind {
  SITE = "SITE",
  AD = "AD",
  EVENT = "EVENT",
  EMAIL = "EMAIL",
}
registerEnumType(InteractionKind, {
  name: "InteractionKind",
  description: "How a person met us.",
  valuesConfig: {
    SITE: { description: "On one of our sites." },
    AD: { description: "By an advertisement." },
    EVENT: { description: "At an event." },
    EMAIL: { description: "By e-mail." },
  },
});

@ObjectType({ implements: Node, simpleResolvers: true, description: "How a prospect met us." })
@Entity("interactions")
export class Interaction extends Node {
  @Column("uuid", { nullable: true })
  prospectId!: string | null;

  @Field(() => InteractionKind, { description: "How the person met us." })
  @Column("enum", { enum: InteractionKind })
  kind!: InteractionKind;

  @Field(() => String, { nullable: true, description: "The page, campaign, event or message." })
  @Column("text", { nullable: true })
  subject!: string | null;

  @Field(() => DateTime, { description: "When the person met us." })
  @Column("timestamptz")
  occurredAt!: string;

  @Field(() => String, { description: "Which of our tools saw it." })
  @Column("text")
  source!: string;
}

export const interactionShape = defineRecord(Interaction, {
  table: "interactions",
  kind: "INTERACTION",
  isPersonal: true,
  subject: "prospectId",
  key: ["id", "prospectId"],
  madeOf: {},
});

holds("interactions", {
  INTERACTION: "kind subject occurred_at",
  EVIDENCE: "consent_evidence",
  PSEUDONYM: "id prospect_id",
  NONE: "source source_id recorded_at",
});
