// Customers and their contacts over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { reachOf } from "../access/scope";
import { type Fragment, raw, sql } from "../database/sql";
import { startsWith } from "../database/starts-with";
import { inOneTrip } from "../database/unit-of-work";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { childPage, loaderOf, readOne, readPage } from "../graphql/reads";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import { type Activity, activityShape } from "../platform-users/activity";
import { ActivityConnection, PlatformUserConnection } from "../platform-users/connection";
import { conditionsOf, PlatformUserFilter } from "../platform-users/filter";
import { type PlatformUser, platformUserShape } from "../platform-users/platform-user";
import { actorOf } from "../viewer/actor";
import { changeState, CustomerInput, CustomerPayload } from "./change-state";
import { customerCreate, CustomerCreateInput, CustomerCreatePayload } from "./create";
import { Customer, customerShape, CustomerState } from "./customer";
import { CustomerContact, customerContactShape } from "./customer-contact";
import "./scope";

const CustomerConnection = connectionOf("Customer", () => Customer);
const CustomerContactConnection = connectionOf("CustomerContact", () => CustomerContact);
const BY_NAME = { property: "name", isDescending: false };
const LATEST_FIRST = { property: "occurredAt", isDescending: true };

enum CustomerOrder {
  NAME = "name",
  CREATED_AT = "id",
}
registerEnumType(CustomerOrder, {
  name: "CustomerOrder",
  description: "How customers are sorted.",
  valuesConfig: { NAME: { description: "By name." }, CREATED_AT: { description: "Oldest first." } },
});

@InputType({ description: "Which customers." })
class CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description: "Whose name starts with this, to the letter.",
  })
  nameStartsWith?: string | null;

  @Field(() => CustomerState, { nullable: true, description: "In this state." })
  state?: CustomerState | null;
}

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerConnection, { description: "The customers that you may see." })
  customers(
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => CustomerFilter, { nullable: true, description: "Only these." })
    filter: CustomerFilter | null,
    @Arg("orderBy", () => CustomerOrder, {
      defaultValue: CustomerOrder.NAME,
      description: "The order.",
    })
    order: CustomerOrder,
    @Ctx() { viewer }: Context,
  ) {
    const where: Fragment[] = [
      ...(filter?.nameStartsWith ? [startsWith("name", filter.nameStartsWith)] : []),
      ...(filter?.state ? [sql`state = ${filter.state}::customer_state`] : []),
    ];
    return readPage<Customer>(viewer, customerShape, {
      operation: "customers",
      where,
      page,
      order: { property: order, isDescending: false },
    });
  }

  @Query(() => Customer, { nullable: true, description: "One customer; without an id your own." })
  customer(
    @Arg("id", () => ID, { nullable: true, description: "Its identifier." }) id: string | null,
    @Ctx() { viewer }: Context,
  ) {
    return readOne<Customer>(viewer, customerShape, "customer", id ?? viewer.customerId ?? "");
  }

  @Mutation(() => CustomerCreatePayload, { description: "Take in a new customer." })
  customerCreate(
    @Arg("input", () => CustomerCreateInput, { description: "The customer." })
    input: CustomerCreateInput,
    @Ctx() { viewer }: Context,
  ) {
    return customerCreate(viewer, input);
  }

  @Mutation(() => CustomerPayload, {
    description: "Close a customer: nobody signs in for it, and no client of it acts, any more.",
  })
  customerClose(
    @Arg("input", () => CustomerInput, { description: "Which." }) input: CustomerInput,
    @Ctx() { viewer }: Context,
  ) {
    return changeState(viewer, input, { operation: "customerClose", state: CustomerState.CLOSED });
  }

  @Mutation(() => CustomerPayload, { description: "Open a closed customer again." })
  customerReopen(
    @Arg("input", () => CustomerInput, { description: "Which." }) input: CustomerInput,
    @Ctx() { viewer }: Context,
  ) {
    return changeState(viewer, input, { operation: "customerReopen", state: CustomerState.ACTIVE });
  }

  @FieldResolver(() => CustomerContactConnection, {
    nullable: true,
    description: "Who signs, pays and is called.",
  })
  contacts(
    @Root() { id }: Customer,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
  ) {
    const asked = {
      operation: "Customer.contacts",
      parent: "customerId",
      parentId: id,
      page,
      order: BY_NAME,
    };
    return childPage<CustomerContact>(viewer, customerContactShape, asked);
  }

  @FieldResolver(() => PlatformUserConnection, {
    nullable: true,
    description: "The customer's users.",
  })
  platformUsers(
    @Root() { id }: Customer,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => PlatformUserFilter, { nullable: true, description: "Only these." })
    filter: PlatformUserFilter | null,
    @Ctx() { viewer }: Context,
  ) {
    const asked = {
      operation: "Customer.platformUsers",
      where: conditionsOf(filter),
      parent: "customerId",
      parentId: id,
      page,
      order: BY_NAME,
    };
    return childPage<PlatformUser>(viewer, platformUserShape, asked);
  }

  @FieldResolver(() => ActivityConnection, {
    nullable: true,
    description: "What the customer's users did, the latest first.",
  })
  activities(
    @Root() { id }: Customer,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
  ) {
    const asked = {
      operation: "Customer.activities",
      parent: "customerId",
      parentId: id,
      page,
      order: LATEST_FIRST,
    };
    return childPage<Activity>(viewer, activityShape, asked);
  }

  @FieldResolver(() => Int, { description: "How many users the customer has." })
  platformUserCount(@Root() { id }: Customer, @Ctx() { viewer }: Context): Promise<number> {
    return loaderOf(viewer, "platformUserCount", async (ids: readonly string[]) => {
      const [counted] = await inOneTrip(actorOf(viewer, "PLATFORM_USER"), [
        sql`select customer_id, count(*) as n from platform_users
          where customer_id = any(${ids}::uuid[]) and ${reachOf(viewer, "platform_users")} group by ${raw("1")}`,
      ]);
      const counts = new Map(counted?.rows.map((row) => [row.customer_id, Number(row.n)]));
      return ids.map((each) => counts.get(each) ?? 0);
    }).load(id);
  }

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Customer): Purpose[] {
    return purposesIn(purposes);
  }
}

@Resolver(() => CustomerContact)
export class CustomerContactResolver {
  @FieldResolver(() => String, { description: "Enough of the address to recognise it." })
  emailAddressMasked(@Root() { emailMasked }: CustomerContact): string {
    return emailMasked;
  }

  @FieldResolver(() => Customer, { nullable: true, description: "The customer." })
  customer(@Root() { customerId }: CustomerContact, @Ctx() { viewer }: Context) {
    return readOne<Customer>(viewer, customerShape, "CustomerContact.customer", customerId);
  }

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: CustomerContact): Purpose[] {
    return purposesIn(purposes);
  }
}

export const customerResolvers = [CustomerResolver, CustomerContactResolver];
