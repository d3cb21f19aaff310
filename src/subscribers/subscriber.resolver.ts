// Subscribers over GraphQL.
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
import { sql } from "../database/sql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { readOne, readPage } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import { ChannelPermission, channelsOf } from "../lawful-bases/channels";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import { canonicalAddress } from "../mail/address";
import "./scope";
import { Subscriber, subscriberShape } from "./subscriber";
import { suppressionAdd, SuppressionAddInput, SuppressionAddPayload } from "./suppress";

const SubscriberConnection = connectionOf("Subscriber", () => Subscriber);

enum SubscriberOrder {
  NAME = "name",
  CREATED_AT = "id",
}
registerEnumType(SubscriberOrder, {
  name: "SubscriberOrder",
  description: "How subscribers are sorted.",
  valuesConfig: { NAME: { description: "By name." }, CREATED_AT: { description: "Oldest first." } },
});

@InputType({ description: "Which subscribers." })
class SubscriberFilter {
  @Field(() => String, { nullable: true, description: "Exactly this address, in any spelling." })
  emailAddress?: string | null;
}

@Resolver(() => Subscriber)
export class SubscriberResolver {
  @Query(() => SubscriberConnection, { description: "Readers to whom the newsletter may go." })
  subscribers(
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => SubscriberFilter, { nullable: true, description: "Only these." })
    filter: SubscriberFilter | null,
    @Arg("orderBy", () => SubscriberOrder, {
      defaultValue: SubscriberOrder.CREATED_AT,
      description: "The order.",
    })
    order: SubscriberOrder,
    @Ctx() { viewer }: Context,
  ) {
    const address = filter?.emailAddress;
    return readPage<Subscriber>(viewer, subscriberShape, {
      operation: "subscribers",
      // what is no address belongs to nobody
      where:
        typeof address === "string"
          ? [sql`email_canonical = ${canonicalAddress(address)}::text`]
          : [],
      page,
      order: { property: order, isDescending: false },
    });
  }

  @Query(() => Subscriber, { nullable: true, description: "One reader." })
  subscriber(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
  ) {
    return readOne<Subscriber>(viewer, subscriberShape, "subscriber", id);
  }

  @Mutation(() => SuppressionAddPayload, {
    description: "Never mail this address again, for one purpose or at all (GDPR Art. 21(3)).",
  })
  suppressionAdd(
    @Arg("input", () => SuppressionAddInput, { description: "Which address." })
    input: SuppressionAddInput,
    @Ctx() { viewer }: Context,
  ) {
    return suppressionAdd(viewer, input);
  }

  @ListSize(1)
  @FieldResolver(() => [ChannelPermission], {
    description: "By which channels the person may be turned to, and why.",
  })
  channels(@Root() { id }: Shown<Subscriber>, @Ctx() { viewer }: Context) {
    return channelsOf(viewer, "SUBSCRIBER", id);
  }

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Shown<Subscriber>): Purpose[] {
    return purposesIn(purposes);
  }
}

export const subscriberResolvers = [SubscriberResolver];
