// Platform users and their activity over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { Customer, customerShape } from "../customers/customer";
import { raw } from "../database/sql";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { Children, Referred } from "../graphql/reads/children";
import { readOne, readPage, readRows } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import { AccountAdministrator, accountAdministratorShape } from "./account-administrator";
import { Activity, activityShape } from "./activity";
import { ActivityConnection, PlatformUserConnection } from "./connection";
import { platformUserDeactivate, PlatformUserDeactivateInput } from "./deactivate";
import { conditionsOf, PlatformUserFilter } from "./filter";
import { PlatformUserPayload } from "./payload";
import { PlatformUser, platformUserShape } from "./platform-user";
import { revealEmailAddress, RevealEmailAddressInput, RevealEmailAddressPayload } from "./reveal";
import "./scope";
import { platformUserUpdate, PlatformUserUpdateInput } from "./update";

enum PlatformUserOrder {
  NAME = "name",
  CREATED_AT = "id",
}
registerEnumType(PlatformUserOrder, {
  name: "PlatformUserOrder",
  description: "How users are sorted.",
  valuesConfig: { NAME: { description: "By name." }, CREATED_AT: { description: "Oldest first." } },
});

@Resolver(() => PlatformUser)
export class PlatformUserResolver {
  @Query(() => PlatformUserConnection, { description: "The users that you may see." })
  platformUsers(
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => PlatformUserFilter, { nullable: true, description: "Only these." })
    filter: PlatformUserFilter | null,
    @Arg("orderBy", () => PlatformUserOrder, {
      defaultValue: PlatformUserOrder.NAME,
      description: "The order.",
    })
    order: PlatformUserOrder,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = {
      operation: "platformUsers",
      where: conditionsOf(filter),
      page,
      order: { property: order, isDescending: false },
      info,
    };
    return readPage<PlatformUser>(viewer, platformUserShape, asked);
  }

  @Query(() => PlatformUser, { nullable: true, description: "One user." })
  platformUser(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne<PlatformUser>(viewer, platformUserShape, "platformUser", id, info);
  }

  @Query(() => PlatformUser, { nullable: true, description: "Yourself." })
  me(@Ctx() { viewer }: Context, @Info() info: GraphQLResolveInfo) {
    return readOne<PlatformUser>(viewer, platformUserShape, "me", viewer.id ?? "", info);
  }

  @ListSize(5)
  @Query(() => [AccountAdministrator], {
    description: "Who runs your company's account: ask them.",
  })
  myAccountAdministrators(@Ctx() { viewer }: Context) {
    const asked = { operation: "myAccountAdministrators", orderBy: raw("name, id") };
    return readRows<AccountAdministrator>(viewer, accountAdministratorShape, asked);
  }

  @Mutation(() => PlatformUserPayload, { description: "Change a user's name or role." })
  platformUserUpdate(
    @Arg("input", () => PlatformUserUpdateInput, { description: "What to change." })
    input: PlatformUserUpdateInput,
    @Ctx() { viewer }: Context,
  ) {
    return platformUserUpdate(viewer, input);
  }

  @Mutation(() => PlatformUserPayload, { description: "Take a user out of service." })
  platformUserDeactivate(
    @Arg("input", () => PlatformUserDeactivateInput, { description: "Whom." })
    input: PlatformUserDeactivateInput,
    @Ctx() { viewer }: Context,
  ) {
    return platformUserDeactivate(viewer, input);
  }

  @Mutation(() => RevealEmailAddressPayload, {
    description: "See one masked address. It is on record that you did.",
  })
  revealEmailAddress(
    @Arg("input", () => RevealEmailAddressInput, { description: "Whose." })
    input: RevealEmailAddressInput,
    @Ctx() { viewer }: Context,
  ) {
    return revealEmailAddress(viewer, input);
  }

  @FieldResolver(() => String, { description: "Enough of the address to recognise it." })
  emailAddressMasked(@Root() { emailMasked }: Shown<PlatformUser>): string {
    return emailMasked;
  }

  @Referred("PlatformUser", { shape: customerShape, by: "customerId" })
  @FieldResolver(() => Customer, { nullable: true, description: "The customer." })
  customer() {}

  @Children("PlatformUser", {
    ...{ shape: activityShape, parent: "platformUserId" },
    order: { property: "occurredAt", isDescending: true },
  })
  @FieldResolver(() => ActivityConnection, {
    description: "What the person did, the latest first.",
  })
  activities(@Args(() => PageArguments) _page: PageArguments) {}

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Shown<PlatformUser>): Purpose[] {
    return purposesIn(purposes);
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @Referred("Activity", { shape: platformUserShape, by: "platformUserId" })
  @FieldResolver(() => PlatformUser, { nullable: true, description: "Who did it." })
  platformUser() {}
}

export const platformUserResolvers = [PlatformUserResolver, ActivityResolver];
