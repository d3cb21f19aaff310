// A secret of a client: since when and until when it serves. The secret itself is shown once, when it is made.
import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

@ObjectType({ implements: Node, simpleResolvers: true, description: "A secret of a client." })
@Entity("api_client_secrets")
export class ApiClientSecret extends Node {
  @Column("uuid")
  clientId!: string;

  @Field(() => DateTime, { description: "When it was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it ended, or ends by itself because another followed it.",
  })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;
}

export const secretShape = defineRecord(ApiClientSecret, {
  ...{ table: "api_client_secrets", kind: "API_CLIENT", isPersonal: false },
  ...{ key: ["id", "clientId"], madeOf: {} },
});

holds("api_client_secrets", { NONE: "id client_id secret_hash created_at ended_at" });
