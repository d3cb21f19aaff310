// What a marketing tool hears of: a change, and the contact as it is now, or that it is no longer to be held.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { PageInfo } from "../graphql/connection";
import { ListSize } from "../limits/declared-cost";

export enum ContactKind {
  PROSPECT = "PROSPECT",
  SUBSCRIBER = "SUBSCRIBER",
}
registerEnumType(ContactKind, {
  name: "ContactKind",
  description: "What a contact is.",
  valuesConfig: {
    PROSPECT: { description: "A prospect." },
    SUBSCRIBER: { description: "A reader of the newsletter." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What a tool may hold of a person." })
export class Contact {
  @Field(() => String, { description: "The person's name; may be empty." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Where a prospect works." })
  companyName!: string | null;

  @Field(() => String, { description: "The address as given." })
  emailAddress!: string;

  @Field(() => Boolean, {
    description: "Whether it may be mailed now, as the ledger of bases decides.",
  })
  mayEmail!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "That a contact changed." })
export class ContactChange {
  @Field(() => Int, { description: "Its place in the order of changes: higher is later." })
  changeNumber!: number;

  @Field(() => ContactKind, { description: "What the contact is." })
  kind!: ContactKind;

  @Field(() => ID, { description: "The contact, always under the same id." })
  id!: string;

  @Field(() => Contact, {
    nullable: true,
    description: "The contact as it is now. Null: remove what you hold under this id.",
  })
  contact!: Contact | null;
}

@ObjectType({ simpleResolvers: true, description: "Changes in their order." })
export class ContactChangePage {
  @ListSize("first")
  @Field(() => [ContactChange], { description: "The changes." })
  nodes!: ContactChange[];

  @Field(() => PageInfo, { description: "Keep endCursor: ask for what follows it, now or later." })
  pageInfo!: PageInfo;
}
