// A reader of the mailing list: a name and an e-mail address. Nothing else about the person, by decision.
import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A reader of the mailing list.",
})
@Entity("subscribers")
export class Subscriber extends Node {
  @Field(() => String, { description: "The reader's name; may be empty." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "The address as given." })
  @Column("text")
  emailAddress!: string;

  @Field(() => DateTime, { description: "When the record was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => Boolean, { description: "Whether the newsletter may be sent now." })
  @Column({ type: "boolean", insert: false, update: false })
  mayEmail!: boolean;

  @Column({ type: "integer", insert: false, update: false })
  purposes!: number;
}

export const subscriberShape = defineRecord(Subscriber, {
  table: "subscribers",
  kind: "SUBSCRIBER",
  isPersonal: true,
  key: ["id"],
  madeOf: { permittedPurposes: ["purposes"], channels: ["id"] },
});

holds("subscribers", {
  CONTACT: "name email_address email_canonical email_hash",
  PSEUDONYM: "id",
  NONE: "created_at changed_at may_email purposes purposes_valid_until",
});
