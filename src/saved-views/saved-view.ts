// A saved view: the filter of a list under a name, for its maker or for everybody of the audience in which it was made.
// It remembers no person.
import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "The filter of a list under a name.",
})
@Entity("saved_views")
export class SavedView extends Node {
  @Field(() => String, { description: "The list that it filters, such as `prospects`." })
  @Column("text")
  list!: string;

  @Field(() => String, { description: "What its maker calls it." })
  @Column("text")
  name!: string;

  /** By which it is sorted, and known again. */
  @Column("text")
  nameCanonical!: string;

  @Field(() => String, {
    description: "What the list is filtered by: the part of its page's address after the `?`.",
  })
  @Column("text")
  search!: string;

  @Field(() => Boolean, { description: "Whether everybody who acts in this role sees it." })
  @Column("boolean")
  isShared!: boolean;

  @Column("uuid")
  madeBy!: string;

  @Field(() => DateTime, { description: "When it was first saved." })
  @Column({ type: "timestamptz", insert: false, update: false })
  createdAt!: string;
}

export const savedViewShape = defineRecord(SavedView, {
  table: "saved_views",
  kind: "PREFERENCES",
  isPersonal: false, // it remembers nobody, and whose it is is not shown
  key: ["id", "madeBy"],
  madeOf: { isMine: ["madeBy"], viewerCanChange: ["madeBy"] },
});

holds("saved_views", {
  ACCOUNT: "name name_canonical search is_shared",
  PSEUDONYM: "made_by",
  NONE: "id customer_id audience list created_at",
});
