// Customers and their contacts over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from "type-graphql";
import { type Fragment, sql } from "../database/sql";
import { startsWith } from "../database/starts-with";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { ChildCount, Children, Referred } from "../graphql/reads/children";
import { readOne, readPage } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import { ChannelPermission, channelsOf } from "../lawful-bases/channels";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import { ListSize } from "../limits/declared-cost";
import { activityShape } from "../platform-users/activity";
import { ActivityConnection, PlatformUserConnection } from "../platform-users/connection";
import { conditionsOf, PlatformUserFilter } from "../platform-users/filter";
import { platformUserShape } from "../platform-users/platform-user";
import { changeState, CustomerInput, CustomerPayload } from "./change-state";
import { customerCreate, CustomerCreateInput, CustomerCreatePayload } from "./create";
import { Customer, customerShape, CustomerState } from "./customer";
import { CustomerContact, customerContactShape } from "./customer-contact";
import { customerEndContract, CustomerEndContractPayload } from "./end-contract";
import { RestrictedRecord, restrictedRecordsOf } from "./restricted-records";
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
    @Info() info: GraphQLResolveInfo,
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
      info,
    });
  }

  @Query(() => Customer, { nullable: true, description: "One customer; without an id your own." })
  customer(
    @Arg("id", () => ID, { nullable: true, description: "Its identifier." }) id: string | null,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = id ?? viewer.customerId ?? "";
    return readOne<Customer>(viewer, customerShape, "customer", asked, info);
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

  @Mutation(() => CustomerEndContractPayload, {
    description: "End a customer's contract, for good: what stood on it is closed at once.",
  })
  customerEndContract(
    @Arg("input", () => CustomerInput, { description: "Which." }) input: CustomerInput,
    @Ctx() { viewer }: Context,
  ) {
    return customerEndContract(viewer, input);
  }

  @Children("Customer", { shape: customerContactShape, parent: "customerId", order: BY_NAME })
  @FieldResolver(() => CustomerContactConnection, {
    nullable: true,
    description: "Who signs, pays and is called.",
  })
  contacts(@Args(() => PageArguments) _page: PageArguments) {}

  @Children("Customer", {
    ...{ shape: platformUserShape, parent: "customerId", order: BY_NAME },
    conditions: ({ filter }: { filter?: PlatformUserFilter | null }) => conditionsOf(filter),
  })
  @FieldResolver(() => PlatformUserConnection, {
    nullable: true,
    description: "The customer's users.",
  })
  platformUsers(
    @Args(() => PageArguments) _page: PageArguments,
    @Arg("filter", () => PlatformUserFilter, { nullable: true, description: "Only these." })
    _filter: PlatformUserFilter | null,
  ) {}

  @Children("Customer", { shape: activityShape, parent: "customerId", order: LATEST_FIRST })
  @FieldResolver(() => ActivityConnection, {
    nullable: true,
    description: "What the customer's users did, the latest first.",
  })
  activities(@Args(() => PageArguments) _page: PageArguments) {}

  @ListSize(2)
  @FieldResolver(() => [RestrictedRecord], {
    nullable: true,
    description: "Contacts and users whose records are restricted, and so not shown.",
  })
  restrictedRecords(@Root() { id }: Shown<Customer>, @Ctx() { viewer }: Context) {
    return restrictedRecordsOf(viewer, id);
  }

  @ChildCount("Customer", { shape: platformUserShape, parent: "customerId" })
  @FieldResolver(() => Int, { description: "How many users the customer has." })
  platformUserCount() {}

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Shown<Customer>): Purpose[] {
    return purposesIn(purposes);
  }
}

@Resolver(() => CustomerContact)
export class CustomerContactResolver {
  @Query(() => CustomerContactConnection, {
    description: "Contacts of customers whom we may market to.",
  })
  customerContacts(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readPage<CustomerContact>(viewer, customerContactShape, {
      ...{ operation: "customerContacts", page, order: BY_NAME, info },
    });
  }

  @Query(() => CustomerContact, { nullable: true, description: "One of them." })
  customerContact(
    @Arg("id", () => ID, { description: "The contact's identifier." }) id: string,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne<CustomerContact>(viewer, customerContactShape, "customerContact", id, info);
  }

  @FieldResolver(() => String, { description: "Enough of the address to recognise it." })
  emailAddressMasked(@Root() { emailMasked }: Shown<CustomerContact>): string {
    return emailMasked;
  }

  @Referred("CustomerContact", { shape: customerShape, by: "customerId" })
  @FieldResolver(() => Customer, { nullable: true, description: "The customer." })
  customer() {}

  @ListSize(1)
  @FieldResolver(() => [ChannelPermission], {
    description: "By which channels the person may be turned to, and why.",
  })
  channels(@Root() { id }: Shown<CustomerContact>, @Ctx() { viewer }: Context) {
    return channelsOf(viewer, "CUSTOMER_CONTACT", id);
  }

  @ListSize(5)
  @FieldResolver(() => [PurposeType], { description: "What the record may be processed for now." })
  permittedPurposes(@Root() { purposes }: Shown<CustomerContact>): Purpose[] {
    return purposesIn(purposes);
  }
}

export const customerResolvers = [CustomerResolver, CustomerContactResolver];
