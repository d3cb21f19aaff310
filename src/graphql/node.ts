// Whatever has an identifier of its own (Relay's Node). Rows say their type themselves.
import { Field, ID, InterfaceType } from "type-graphql";
import { PrimaryColumn } from "typeorm";

@InterfaceType({
  description: "Something with an identifier of its own, by which `node` finds it again.",
  resolveType: (row: { __typename?: string }) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description: "Identifier: a uuid of version 7, which sorts by time of creation.",
  })
  @PrimaryColumn("uuid")
  id!: string;
}
