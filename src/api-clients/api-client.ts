// A client: a tool that asks for itself. What it is made for never changes; whoever needs more is made anew.
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import { PurposeType } from "../lawfulness/purpose-type";
import type { Purpose } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";

export enum ClientAudience {
  CONTACT_SYNC = "CONTACT_SYNC",
  CONNECTOR = "CONNECTOR",
  INTAKE = "INTAKE",
  DASHBOARD = "DASHBOARD",
}
registerEnumType(ClientAudience, {
  name: "ClientAudience",
  description: "What a client may act as.",
  valuesConfig: {
    CONTACT_SYNC: { description: "A marketing tool of one service provider: follows contacts." },
    CONNECTOR: { description: "A system of one customer: submits communications." },
    INTAKE: { description: "A tool of our own: writes what happened, and reads nothing." },
    DASHBOARD: { description: "A dashboard of our own: reads figures without people." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A tool that asks for itself.",
})
@Entity("api_clients")
export class ApiClient extends Node {
  @Field(() => ClientAudience, { description: "What it acts as." })
  @Column("enum", { enum: ClientAudience })
  audience!: ClientAudience;

  @Field(() => String, { description: "Its name, for people." })
  @Column("text")
  name!: string;

  @Field(() => ID, { nullable: true, description: "CONTACT_SYNC: the provider that receives." })
  @Column("uuid", { nullable: true })
  serviceProviderId!: string | null;

  @Field(() => ID, { nullable: true, description: "CONNECTOR: the customer whose system it is." })
  @Column("uuid", { nullable: true })
  customerId!: string | null;

  @Field(() => String, { nullable: true, description: "INTAKE: where its records come from." })
  @Column("text", { nullable: true })
  source!: string | null;

  @ListSize(3)
  @Field(() => [PurposeType], {
    nullable: true,
    description:
      "The purposes it may act for (OAuth scopes). Null: all that its audience acts for.",
  })
  @Column("text", { array: true, nullable: true })
  scopes!: Purpose[] | null;

  @ListSize(3)
  @Field(() => [String], { description: "The networks it may call from. None: from anywhere." })
  @Column("text", { array: true })
  networks!: string[];

  @Field(() => Boolean, {
    description: "Whether its secret may be sent as it stands, in place of an access token.",
  })
  @Column("boolean")
  mayUseKey!: boolean;

  @Field(() => DateTime, { description: "Until when it may act." })
  @Column("timestamptz")
  expiresAt!: string;

  @Field(() => ID, { description: "The operator who made it." })
  @Column("uuid")
  createdBy!: string;

  @Field(() => DateTime, { description: "When it was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => ID, { nullable: true, description: "The operator who revoked it." })
  @Column("uuid", { nullable: true })
  revokedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was revoked, for good." })
  @Column("timestamptz", { nullable: true })
  revokedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it last asked, to the minute." })
  @Column("timestamptz", { nullable: true })
  lastUsedAt!: string | null;
}

export const apiClientShape = defineRecord(ApiClient, {
  ...{ table: "api_clients", kind: "API_CLIENT", isPersonal: false, key: ["id"] },
  madeOf: { secrets: ["id"] },
});

holds("api_clients", {
  PSEUDONYM: "created_by revoked_by",
  NONE: "id audience name service_provider_id customer_id source scopes networks may_use_key expires_at created_at revoked_at last_used_at",
});
holds("revoked_tokens", { NONE: "jti expires_at" });
