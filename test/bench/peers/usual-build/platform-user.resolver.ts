// One user, and the customer.
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "./context";
import { Customer } from "./customer";
import { dataSource } from "./data-source";
import { PlatformUser } from "./platform-user";

@Resolver(() => PlatformUser)
export class PlatformUserResolver {
  @Query(() => PlatformUser, { nullable: true })
  platformUser(@Arg("id", () => ID) id: string): Promise<PlatformUser | null> {
    return dataSource.getRepository(PlatformUser).findOneBy({ id });
  }

  @FieldResolver(() => Customer, { nullable: true })
  customer(
    @Root() { customerId }: PlatformUser,
    @Ctx() { loaders }: Context,
  ): Promise<Customer | null> {
    return loaders.customers.load(customerId);
  }
}
