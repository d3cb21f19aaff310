// Holds and erasures over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import { raw } from "../database/sql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { readPage } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import { ListSize } from "../limits/declared-cost";
import { Erasure, erasureShape } from "./erasure";
import { LegalHold, legalHoldShape } from "./legal-hold";
import {
  legalHoldLift,
  LegalHoldLiftInput,
  LegalHoldPayload,
  legalHoldPlace,
  LegalHoldPlaceInput,
} from "./place-hold";
import "./scope";
import { fateOf } from "./what-goes";

const LegalHoldConnection = connectionOf("LegalHold", () => LegalHold);
const ErasureConnection = connectionOf("Erasure", () => Erasure);

@Resolver(() => Erasure)
export class RetentionResolver {
  @Query(() => LegalHoldConnection, { description: "Holds that stand, the next to end first." })
  legalHolds(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readPage<LegalHold>(viewer, legalHoldShape, {
      ...{ operation: "legalHolds", page, info, where: [raw("lifted_at is null")] },
      order: { property: "endsOn", isDescending: false },
    });
  }

  @Query(() => ErasureConnection, {
    description: "Records that are going to be erased, the next to go first.",
  })
  erasures(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readPage<Erasure>(viewer, erasureShape, {
      ...{ operation: "erasures", page, info, where: [raw("cancelled_at is null")] },
      order: { property: "dueAt", isDescending: false },
    });
  }

  @Mutation(() => LegalHoldPayload, {
    description: "Keep named items of a record from being erased, for a reason and until a day.",
  })
  legalHoldPlace(
    @Arg("input", () => LegalHoldPlaceInput, { description: "What, why, until when." })
    input: LegalHoldPlaceInput,
    @Ctx() { viewer }: Context,
  ) {
    return legalHoldPlace(viewer, input);
  }

  @Mutation(() => LegalHoldPayload, { description: "Lift a hold before its end." })
  legalHoldLift(
    @Arg("input", () => LegalHoldLiftInput, { description: "Which." }) input: LegalHoldLiftInput,
    @Ctx() { viewer }: Context,
  ) {
    return legalHoldLift(viewer, input);
  }

  @ListSize(10)
  @FieldResolver(() => [String], { description: "The fields that will go." })
  async willGo(@Root() erasure: Shown<Erasure>, @Ctx() { viewer }: Context) {
    return (await fateOf(viewer, erasure)).willGo;
  }

  @ListSize(10)
  @FieldResolver(() => [String], {
    description: "The fields that stay: a hold names them, or a law obliges us.",
  })
  async stays(@Root() erasure: Shown<Erasure>, @Ctx() { viewer }: Context) {
    return (await fateOf(viewer, erasure)).stays;
  }
}

export const retentionResolvers = [RetentionResolver];
