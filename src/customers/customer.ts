// A company that contracts us; the controller of its Customer Data.
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

export enum CustomerState {
  ACTIVE = "ACTIVE",
  CLOSED = "CLOSED",
}
registerEnumType(CustomerState, {
  name: "CustomerState",
  description: "Whether the contract runs.",
  valuesConfig: {
    ACTIVE: { description: "The contract runs." },
    CLOSED: { description: "The contract has ended." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A company that contracts us.",
})
@Entity("customers")
export class Customer extends Node {
  @Field(() => String, { description: "The company's name." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2." })
  @Column("text")
  country!: string;

  @Field(() => CustomerState, { description: "Whether the contract runs." })
  @Column("enum", { enum: CustomerState })
  state!: CustomerState;

  @Field(() => DateTime, { description: "When the record was made." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;

  @Column({ type: "integer", insert: false, update: false })
  purposes!: number;
}

export const customerShape = defineRecord(Customer, {
  table: "customers",
  kind: "CUSTOMER",
  isPersonal: false,
  key: ["id"],
  madeOf: {
    permittedPurposes: ["purposes"],
    contacts: ["id"],
    restrictedRecords: ["id"],
    platformUsers: ["id"],
    activities: ["id"],
    platformUserCount: ["id"],
  },
});

holds("customers", { NONE: "id name country state created_at purposes purposes_valid_until" });
