// Platform users and their activity over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
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
import { childPage, readOne, readPage, readRows } from "../graphql/reads";
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
  ) {
    const asked = {
      operation: "platformUsers",
      where: conditionsOf(filter),
      page,
      order: { property: order, isDescending: false },
    };
    return readPage<PlatformUser>(viewer, platformUserShape, asked);
  }

  @Query(() => PlatformUser, { nullable: true, description: "One user." })
  platformUser(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
  ) {
    return readOne<PlatformUser>(viewer, platformUserShape, "platformUser", id);
  }

  @Query(() => PlatformUser, { nullable: true, description: "Yourself." })
  me(@Ctx() { viewer }: Context) {
    return readOne<PlatformUser>(viewer, platformUserShape, "me", viewer.id ?? "");
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
  emailAddressMasked(@Root() { emailMasked }: PlatformUser): string {
    return emailMasked;
  }

  @FieldResolver(() => Customer, { nullable: true, description: "The customer." })
  customer(@Root() { customerId }: PlatformUser, @Ctx() { viewer }: Context) {
    return readOne<Customer>(viewer, customerShape, "PlatformUser.customer", customerId);
  }

  @FieldResolver(() => ActivityConnection, {
    description: "What the person did, the latest first.",
  })
  activities(
    @Root() { id }: PlatformUser,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
  ) {
    const order = { property: "occurredAt", isDescending: true };
    return childPage<Activity>(viewer, activityShape, {
      ...{
        operation: "PlatformUser.activities",
        parent: "platformUserId",
        parentId: id,
        page,
        order,
      },
    });
  }

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: PlatformUser): Purpose[] {
    return purposesIn(purposes);
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => PlatformUser, { nullable: true, description: "Who did it." })
  platformUser(@Root() { platformUserId }: Activity, @Ctx() { viewer }: Context) {
    return readOne<PlatformUser>(
      viewer,
      platformUserShape,
      "Activity.platformUser",
      platformUserId,
    );
  }
}

export const platformUserResolvers = [PlatformUserResolver, ActivityResolver];
