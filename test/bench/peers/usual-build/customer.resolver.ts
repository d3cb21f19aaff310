// Customers, and what a dashboard shows of each.
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { ActivityConnection } from "./activity";
import type { Context } from "./context";
import { Customer, CustomerConnection, CustomerFilter } from "./customer";
import { dataSource } from "./data-source";
import { PlatformUserConnection, PlatformUserFilter } from "./platform-user";

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerConnection)
  async customers(
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("filter", () => CustomerFilter, { nullable: true }) filter?: CustomerFilter,
  ): Promise<CustomerConnection> {
    const nodes = await dataSource.getRepository(Customer).find({
      where: filter?.state ? { state: filter.state } : {},
      order: { name: "ASC", id: "ASC" },
      take: first,
    });
    return { nodes };
  }

  @FieldResolver(() => Int)
  platformUserCount(@Root() { id }: Customer, @Ctx() { loaders }: Context): Promise<number> {
    return loaders.userCounts.load(id);
  }

  @FieldResolver(() => PlatformUserConnection)
  async platformUsers(
    @Root() { id }: Customer,
    @Ctx() { loaders }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("filter", () => PlatformUserFilter, { nullable: true }) filter?: PlatformUserFilter,
  ): Promise<PlatformUserConnection> {
    return { nodes: await loaders.users(first, filter?.role ?? null).load(id) };
  }

  @FieldResolver(() => ActivityConnection)
  async activities(
    @Root() { id }: Customer,
    @Ctx() { loaders }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
  ): Promise<ActivityConnection> {
    return { nodes: await loaders.activities(first).load(id) };
  }
}
