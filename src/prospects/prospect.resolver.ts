// Prospects and their interactions over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { type Fragment, sql } from "../database/sql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { childPage, readOne, readPage } from "../graphql/reads";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import { canonicalAddress } from "../mail/address";
import { prospectCreate, ProspectCreateInput } from "./create";
import { Interaction, interactionShape } from "./interaction";
import { ProspectPayload } from "./payload";
import { Prospect, ProspectKind, prospectShape } from "./prospect";
import "./scope";
import { prospectUpdate, ProspectUpdateInput } from "./update";

const ProspectConnection = connectionOf("Prospect", () => Prospect);
const InteractionConnection = connectionOf("Interaction", () => Interaction);

enum ProspectOrder {
  NAME = "name",
  CREATED_AT = "id",
}
registerEnumType(ProspectOrder, {
  name: "ProspectOrder",
  description: "How prospects are sorted.",
  valuesConfig: { NAME: { description: "By name." }, CREATED_AT: { description: "Oldest first." } },
});

@InputType({ description: "Which prospects." })
class ProspectFilter {
  @Field(() => ProspectKind, { nullable: true, description: "Of this kind." })
  kind?: ProspectKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Whose name starts with this, to the letter.",
  })
  nameStartsWith?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "With exactly this address, in any spelling.",
  })
  emailAddress?: string | null;
}

const conditionsOf = ({ kind, nameStartsWith, emailAddress }: ProspectFilter): Fragment[] => [
  ...(kind ? [sql`kind = ${kind}::prospect_kind`] : []),
  ...(nameStartsWith
    ? [sql`name >= ${nameStartsWith} and name < ${`${nameStartsWith}\u{10ffff}`}`]
    : []),
  ...(emailAddress ? [sql`email_canonical = ${canonicalAddress(emailAddress)}::text`] : []),
];

@Resolver(() => Prospect)
export class ProspectResolver {
  @Query(() => ProspectConnection, { description: "People to whom we may market." })
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
  ) {
    const asked = {
      operation: "prospects",
      where: conditionsOf(filter ?? {}),
      page,
      order: { property: order, isDescending: false },
    };
    return readPage<Prospect>(viewer, prospectShape, asked);
  }

  @Query(() => Prospect, { nullable: true, description: "One prospect." })
  prospect(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
  ) {
    return readOne<Prospect>(viewer, prospectShape, "prospect", id);
  }

  @Mutation(() => ProspectPayload, { description: "Bring in a prospect." })
  prospectCreate(
    @Arg("input", () => ProspectCreateInput, { description: "The prospect." })
    input: ProspectCreateInput,
    @Ctx() { viewer }: Context,
  ) {
    return prospectCreate(viewer, input);
  }

  @Mutation(() => ProspectPayload, { description: "Correct a prospect." })
  prospectUpdate(
    @Arg("input", () => ProspectUpdateInput, { description: "What to correct." })
    input: ProspectUpdateInput,
    @Ctx() { viewer }: Context,
  ) {
    return prospectUpdate(viewer, input);
  }

  @FieldResolver(() => InteractionConnection, {
    description: "How the person met us, the latest first.",
  })
  interactions(
    @Root() { id }: Prospect,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
  ) {
    const order = { property: "occurredAt", isDescending: true };
    return childPage<Interaction>(viewer, interactionShape, {
      ...{ operation: "Prospect.interactions", parent: "prospectId", parentId: id, page, order },
    });
  }

  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Prospect): Purpose[] {
    return purposesIn(purposes);
  }
}

export const prospectResolvers = [ProspectResolver];
