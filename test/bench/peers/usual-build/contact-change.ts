// That a contact changed: entity and GraphQL type in one.
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ContactKind } from "./contact";

@ObjectType()
@Entity("feed")
export class ContactChange {
  @Field(() => Int)
  @PrimaryColumn("bigint", { name: "change_number", transformer: { from: Number, to: String } })
  changeNumber: number;

  @Field(() => ContactKind)
  @Column("enum", { name: "subject_kind", enum: ContactKind })
  kind: ContactKind;

  @Field(() => ID)
  @Column("uuid", { name: "subject_id" })
  id: string;
}

@ObjectType()
class PageInfo {
  @Field()
  hasNextPage: boolean;
}

@ObjectType()
export class ContactChangePage {
  @Field(() => [ContactChange])
  nodes: ContactChange[];

  @Field()
  pageInfo: PageInfo;
}
