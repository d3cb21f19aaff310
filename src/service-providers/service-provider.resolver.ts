// Providers over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from "type-graphql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { Children } from "../graphql/reads/children";
import { readPage } from "../graphql/reads/rows";
import {
  providerAgreementCreate,
  ProviderAgreementCreateInput,
  ProviderAgreementCreatePayload,
} from "./create-agreement";
import {
  serviceProviderCreate,
  ServiceProviderCreateInput,
  ServiceProviderCreatePayload,
} from "./create-provider";
import {
  providerAgreementEnd,
  ProviderAgreementEndInput,
  ProviderAgreementEndPayload,
} from "./end-agreement";
import "./scope";
import {
  agreementShape,
  Disclosure,
  disclosureShape,
  ProviderAgreement,
  ServiceProvider,
  serviceProviderShape,
} from "./service-provider";

const ServiceProviderConnection = connectionOf("ServiceProvider", () => ServiceProvider);
const ProviderAgreementConnection = connectionOf("ProviderAgreement", () => ProviderAgreement);
const DisclosureConnection = connectionOf("Disclosure", () => Disclosure);
const OF_PROVIDER = {
  parent: "serviceProviderId",
  order: { property: "id", isDescending: true }, // newest first
};

@Resolver(() => ServiceProvider)
export class ServiceProviderResolver {
  @Query(() => ServiceProviderConnection, {
    description:
      "Who processes on our behalf. To operators, those with an agreement in force; to marketing, those who may be given contacts.",
  })
  serviceProviders(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const order = { property: "name", isDescending: false };
    return readPage<ServiceProvider>(viewer, serviceProviderShape, {
      operation: "serviceProviders",
      page,
      order,
      info,
    });
  }

  @Mutation(() => ServiceProviderCreatePayload, {
    description: "Keep somebody who shall process on our behalf.",
  })
  serviceProviderCreate(
    @Arg("input", () => ServiceProviderCreateInput, { description: "Who." })
    input: ServiceProviderCreateInput,
    @Ctx() { viewer }: Context,
  ) {
    return serviceProviderCreate(viewer, input);
  }

  @Mutation(() => ProviderAgreementCreatePayload, {
    description: "Record an agreement, which is in force from now on.",
  })
  providerAgreementCreate(
    @Arg("input", () => ProviderAgreementCreateInput, { description: "What it covers." })
    input: ProviderAgreementCreateInput,
    @Ctx() { viewer }: Context,
  ) {
    return providerAgreementCreate(viewer, input);
  }

  @Mutation(() => ProviderAgreementEndPayload, { description: "End an agreement now." })
  providerAgreementEnd(
    @Arg("input", () => ProviderAgreementEndInput, { description: "Which." })
    input: ProviderAgreementEndInput,
    @Ctx() { viewer }: Context,
  ) {
    return providerAgreementEnd(viewer, input);
  }

  @Children("ServiceProvider", { ...OF_PROVIDER, shape: agreementShape })
  @FieldResolver(() => ProviderAgreementConnection, {
    description: "Its agreements, the latest first.",
  })
  agreements(@Args(() => PageArguments) _page: PageArguments) {}

  @Children("ServiceProvider", { ...OF_PROVIDER, shape: disclosureShape })
  @FieldResolver(() => DisclosureConnection, { description: "What left to it, the latest first." })
  disclosures(@Args(() => PageArguments) _page: PageArguments) {}
}

export const serviceProviderResolvers = [ServiceProviderResolver];
