// Changes since a cursor, which is the number of the last change known.
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { MoreThan } from "typeorm";
import { Contact, ContactKind } from "./contact";
import { ContactChange, ContactChangePage } from "./contact-change";
import type { Context } from "./context";
import { dataSource } from "./data-source";

@Resolver(() => ContactChange)
export class ContactChangeResolver {
  @Query(() => ContactChangePage)
  async contactChanges(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<ContactChangePage> {
    const found = await dataSource.getRepository(ContactChange).find({
      where: { changeNumber: MoreThan(Number(after ?? 0)) },
      order: { changeNumber: "ASC" },
      take: first + 1,
    });
    return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first } };
  }

  @FieldResolver(() => Contact, { nullable: true })
  contact(
    @Root() { kind, id }: ContactChange,
    @Ctx() { loaders }: Context,
  ): Promise<Contact | null> {
    const { prospects, subscribers } = loaders;
    return kind === ContactKind.PROSPECT ? prospects.load(id) : subscribers.load(id);
  }
}
