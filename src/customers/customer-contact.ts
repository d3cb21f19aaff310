// A person at a customer who signs, pays or is called.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum ContactRole {
  SIGNATORY = "SIGNATORY",
  BILLING = "BILLING",
  SPONSOR = "SPONSOR",
  TECHNICAL = "TECHNICAL",
}
registerEnumType(ContactRole, {
  name: "ContactRole",
  description: "What a contact does for the customer.",
  valuesConfig: {
    SIGNATORY: { description: "Signs." },
    BILLING: { description: "Pays." },
    SPONSOR: { description: "Decides." },
    TECHNICAL: { description: "Is called about technical things." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A person at a customer who signs, pays or is called.",
})
@Entity("customer_contacts")
export class CustomerContact extends Node {
  @PrimaryColumn("uuid")
  customerId!: string;

  @Field(() => String, { description: "The person's name." })
  @Column("text")
  name!: string;

  @Field(() => ContactRole, { description: "What the person does for the customer." })
  @Column("enum", { enum: ContactRole })
  role!: ContactRole;

  @Field(() => String, { description: "The address as given." })
  @Column("text")
  emailAddress!: string;

  @Column({ type: "text", insert: false, update: false })
  emailMasked!: string;

  @Field(() => String, { nullable: true, description: "Telephone number at work." })
  @Column("text", { nullable: true })
  phone!: string | null;

  @Field(() => DateTime, { description: "When the record was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Field(() => Boolean, { description: "Whether marketing may be mailed now." })
  @Column({ type: "boolean", insert: false, update: false })
  mayEmail!: boolean;

  @Column({ type: "integer", insert: false, update: false })
  purposes!: number;
}

export const customerContactShape = defineRecord(CustomerContact, {
  table: "customer_contacts",
  kind: "CUSTOMER_CONTACT",
  isPersonal: true,
  key: ["id"],
  madeOf: {
    permittedPurposes: ["purposes"],
    channels: ["id"],
    emailAddressMasked: ["emailMasked"],
    customer: ["customerId"],
  },
});

holds("customer_contacts", {
  CONTACT: "name email_address email_canonical email_hash email_masked phone",
  ACCOUNT: "role",
  PSEUDONYM: "id",
  NONE: "customer_id created_at may_email purposes purposes_valid_until",
});
