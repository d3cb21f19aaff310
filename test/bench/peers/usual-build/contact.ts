// Contacts of both kinds: their entities, and the GraphQL type that tools see them by.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum ContactKind {
  PROSPECT = "PROSPECT",
  SUBSCRIBER = "SUBSCRIBER",
}
registerEnumType(ContactKind, { name: "ContactKind" });

@ObjectType()
export abstract class Contact {
  @PrimaryColumn("uuid")
  id: string;

  @Field()
  @Column("text")
  name: string;

  @Field(() => String, { nullable: true })
  companyName?: string | null;

  @Field()
  @Column("text", { name: "email_address" })
  emailAddress: string;

  @Field()
  @Column("boolean", { name: "may_email" })
  mayEmail: boolean;
}

@Entity("prospects")
export class Prospect extends Contact {
  @Column("text", { name: "company_name", nullable: true })
  declare companyName: string | null;
}

@Entity("subscribers")
export class Subscriber extends Contact {
  @Column("timestamptz", { name: "created_at" })
  createdAt: Date;
}
