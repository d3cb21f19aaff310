// What an operation costs, and what is left: for programs that pace themselves.
import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { everyone, fields, fragment } from "../access/fragment";
import type { Context } from "../graphql/context";
import { DateTime } from "../graphql/scalars";

@ObjectType({
  simpleResolvers: true,
  description: "How much you may ask. Points come back steadily, all the time.",
})
export class RateLimit {
  @Field(() => Int, { description: "Points that you can have at the most." })
  limit!: number;

  @Field(() => Int, { description: "Points of this operation, by its document and variables." })
  cost!: number;

  @Field(() => Int, { description: "Points that are left after this operation." })
  remaining!: number;

  @Field(() => DateTime, { description: "When all points are back, if you ask nothing more." })
  resetAt!: string;
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, {
    description: "What this operation costs, and how much you may still ask.",
  })
  rateLimit(@Ctx() { budget }: Context): RateLimit {
    const resetAt = new Date(Date.now() + budget.secondsToReset() * 1_000);
    return {
      limit: budget.limit,
      cost: budget.cost,
      remaining: Math.floor(budget.remaining()),
      resetAt: resetAt.toISOString(),
    };
  }
}

export const rateLimitResolvers = [RateLimitResolver];
export const rateLimitAccess = fragment({
  Query: { rateLimit: everyone },
  RateLimit: fields("limit cost remaining resetAt", everyone),
});
