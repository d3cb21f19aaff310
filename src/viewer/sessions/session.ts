// A session: where and since when somebody is signed in. Seen and ended by its own person.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../../access/record";
import { Node } from "../../graphql/node";
import { DateTime } from "../../graphql/scalars";
import { holds } from "../../lawfulness/personal-data";
import type { Audience } from "../audience";
import { AudienceType } from "../audience-type";

export enum SessionEnd {
  SIGNED_OUT = "SIGNED_OUT",
  ENDED_BY_PERSON = "ENDED_BY_PERSON",
  PASSWORD_CHANGED = "PASSWORD_CHANGED",
  TOKEN_REUSED = "TOKEN_REUSED",
  DEACTIVATED = "DEACTIVATED",
}
registerEnumType(SessionEnd, {
  name: "SessionEnd",
  description: "Why a session ended before its time.",
  valuesConfig: {
    SIGNED_OUT: { description: "The person signed out there." },
    ENDED_BY_PERSON: { description: "The person ended it from another session." },
    PASSWORD_CHANGED: { description: "The password was changed or reset." },
    TOKEN_REUSED: { description: "Its refresh token was used twice: somebody had a copy." },
    DEACTIVATED: { description: "The person was taken out of service." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Where and since when you are signed in.",
})
@Entity("sessions")
export class Session extends Node {
  @Field(() => AudienceType, { description: "The role in which you act there." })
  @Column("text")
  audience!: Audience;

  @Field(() => String, { nullable: true, description: "What the browser or app said of itself." })
  @Column("text", { nullable: true })
  device!: string | null;

  @Field(() => DateTime, { description: "When you signed in." })
  @Column({ type: "timestamptz", insert: false, update: false })
  startedAt!: string;

  @Field(() => DateTime, { description: "When it was last renewed." })
  @Column("timestamptz")
  lastUsedAt!: string;

  @Field(() => DateTime, { description: "When it ends by itself." })
  @Column("timestamptz")
  expiresAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it ended before its time." })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;

  @Field(() => SessionEnd, { nullable: true, description: "Why it ended before its time." })
  @Column("enum", { enum: SessionEnd, nullable: true })
  endReason!: SessionEnd | null;
}

export const sessionShape = defineRecord(Session, {
  table: "sessions",
  kind: "SESSION",
  isPersonal: false, // one's own, and nobody else's
  key: ["id"],
  madeOf: { isCurrent: ["id"] },
});

holds("sessions", {
  ACCOUNT: "device started_at last_used_at expires_at ended_at end_reason",
  PSEUDONYM: "id person_id credential_id",
  NONE: "customer_id audience generation rotated_at",
});
