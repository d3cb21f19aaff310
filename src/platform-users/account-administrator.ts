// «Contact your account administrator»: all that a platform user sees of other people.
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { defineRecord } from "../access/record";

@ObjectType({
  simpleResolvers: true,
  description: "Who runs the account of your company.",
})
@Entity("account_administrators")
export class AccountAdministrator {
  @Field(() => ID, { description: "The administrator." })
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String, { description: "The administrator's name." })
  @Column("text")
  name!: string;

  @Field(() => String, { description: "Where to write to." })
  @Column("text")
  emailAddress!: string;
}

export const accountAdministratorShape = defineRecord(AccountAdministrator, {
  table: "account_administrators",
  kind: "ACCOUNT_ADMINISTRATOR",
  isPersonal: true,
  key: ["id"],
  madeOf: {},
});
