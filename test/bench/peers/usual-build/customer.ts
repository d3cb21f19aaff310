// A customer: entity and GraphQL type in one.
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum CustomerState {
  ACTIVE = "ACTIVE",
  CLOSED = "CLOSED",
}
registerEnumType(CustomerState, { name: "CustomerState" });

@ObjectType()
@Entity("customers")
export class Customer {
  @Field(() => ID)
  @PrimaryColumn("uuid")
  id: string;

  @Field()
  @Column("text")
  name: string;

  @Field()
  @Column("text")
  country: string;

  @Field(() => CustomerState)
  @Column("enum", { enum: CustomerState })
  state: CustomerState;

  @Field()
  @Column("timestamptz", { name: "created_at" })
  createdAt: Date;
}

@ObjectType()
export class CustomerConnection {
  @Field(() => [Customer])
  nodes: Customer[];
}

@InputType()
export class CustomerFilter {
  @Field(() => CustomerState, { nullable: true })
  state?: CustomerState;
}
