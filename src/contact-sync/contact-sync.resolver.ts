// The change feed over GraphQL.
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../graphql/context";
import { LargestPage } from "../limits/declared-cost";
import { CHANGES_MAXIMUM, contactChanges } from "./changes";
import { ContactChangePage } from "./contact-change";

@Resolver()
export class ContactSyncResolver {
  @LargestPage(CHANGES_MAXIMUM)
  @Query(() => ContactChangePage, {
    nullable: true,
    description:
      "What changed of the contacts that you may receive, in an order that misses nothing.",
  })
  contactChanges(
    @Arg("first", () => Int, {
      defaultValue: 100,
      description: `How many, 1 to ${CHANGES_MAXIMUM}.`,
    })
    first: number,
    @Arg("after", () => String, {
      nullable: true,
      description: "The endCursor of the pull before.",
    })
    after: string | null,
    @Ctx() { viewer }: Context,
  ) {
    return contactChanges(viewer, first, after ?? null);
  }
}

export const contactSyncResolvers = [ContactSyncResolver];
