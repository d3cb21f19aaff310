// Prospects and how they met us over GraphQL.
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
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { Children } from "../graphql/reads/children";
import { readOne, readPage, readRows } from "../graphql/reads/rows";
import { DateTime } from "../graphql/scalars";
import type { Shown } from "../graphql/shown";
import { ChannelPermission, channelsOf } from "../lawful-bases/channels";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import { InteractionConnection, ProspectConnection } from "./connection";
import { prospectCreate, ProspectCreateInput } from "./create";
import { dueToBeInformedShape, ProspectsDueToBeInformed } from "./due-to-be-informed";
import { conditionsOf, ProspectFilter } from "./filter";
import { prospectsInformed, ProspectsInformedInput, ProspectsInformedPayload } from "./inform";
import { interactionShape } from "./interaction";
import { ProspectPayload } from "./payload";
import { Prospect, prospectShape } from "./prospect";
import "./scope";
import { prospectUpdate, ProspectUpdateInput } from "./update";

enum ProspectOrder {
  NAME = "name",
  CREATED_AT = "id",
}
registerEnumType(ProspectOrder, {
  name: "ProspectOrder",
  description: "How prospects are sorted.",
  valuesConfig: { NAME: { description: "By name." }, CREATED_AT: { description: "Oldest first." } },
});

@Resolver(() => Prospect)
export class ProspectResolver {
  @Query(() => ProspectConnection, { description: "Whom we may market to." })
  prospects(
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => ProspectFilter, { nullable: true, description: "Only these." })
    filter: ProspectFilter | null,
    @Arg("orderBy", () => ProspectOrder, {
      defaultValue: ProspectOrder.CREATED_AT,
      description: "The order.",
    })
    order: ProspectOrder,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readPage<Prospect>(viewer, prospectShape, {
      operation: "prospects",
      where: conditionsOf(filter),
      page,
      order: { property: order, isDescending: false },
      info,
    });
  }

  @Query(() => Prospect, { nullable: true, description: "One prospect." })
  prospect(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne<Prospect>(viewer, prospectShape, "prospect", id, info);
  }

  @Query(() => ProspectsDueToBeInformed, {
    nullable: true,
    description:
      "How many prospects are still to be told that we hold their data (GDPR Art. 14(3)), as counted each night.",
  })
  async prospectsDueToBeInformed(@Ctx() { viewer }: Context) {
    const [counted] = await readRows<ProspectsDueToBeInformed>(viewer, dueToBeInformedShape, {
      ...{ operation: "prospectsDueToBeInformed", where: [] },
    });
    return counted ?? null;
  }

  @Mutation(() => ProspectPayload, { description: "Bring a prospect in." })
  prospectCreate(
    @Arg("input", () => ProspectCreateInput, { description: "Whom." }) input: ProspectCreateInput,
    @Ctx() { viewer }: Context,
  ) {
    return prospectCreate(viewer, input);
  }

  @Mutation(() => ProspectPayload, { description: "Correct a prospect." })
  prospectUpdate(
    @Arg("input", () => ProspectUpdateInput, { description: "What." }) input: ProspectUpdateInput,
    @Ctx() { viewer }: Context,
  ) {
    return prospectUpdate(viewer, input);
  }

  @Mutation(() => ProspectsInformedPayload, {
    description: "Record that prospects were told that we hold their data (GDPR Art. 14(3)).",
  })
  prospectsInformed(
    @Arg("input", () => ProspectsInformedInput, { description: "Who, and when." })
    input: ProspectsInformedInput,
    @Ctx() { viewer }: Context,
  ) {
    return prospectsInformed(viewer, input);
  }

  @ListSize(1)
  @FieldResolver(() => [ChannelPermission], {
    description: "By which channels the person may be turned to, and why.",
  })
  channels(@Root() { id }: Shown<Prospect>, @Ctx() { viewer }: Context) {
    return channelsOf(viewer, "PROSPECT", id);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "Until when the person is to be told that we hold the data: then marketing closes. Null for whoever was told, or where nothing runs out.",
  })
  toBeInformedBy(@Root() { informedOn, purposesValidUntil }: Shown<Prospect>): string | null {
    return informedOn === null && purposesValidUntil !== "infinity" ? purposesValidUntil : null;
  }

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Shown<Prospect>): Purpose[] {
    return purposesIn(purposes);
  }

  @Children("Prospect", {
    ...{ shape: interactionShape, parent: "prospectId" },
    order: { property: "occurredAt", isDescending: true },
  })
  @FieldResolver(() => InteractionConnection, {
    description: "How the person met us, the latest first.",
  })
  interactions(@Args(() => PageArguments) _page: PageArguments) {}
}

export const prospectResolvers = [ProspectResolver];
