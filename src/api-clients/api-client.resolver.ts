// Clients over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from "type-graphql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { Children } from "../graphql/reads/children";
import { readPage } from "../graphql/reads/rows";
import { ApiClientInput, apiClientSecretAdd, OVERLAP_DAYS } from "./add-secret";
import { ApiClient, apiClientShape } from "./api-client";
import { ApiClientSecret, secretShape } from "./api-client-secret";
import { apiClientCreate, ApiClientCreateInput } from "./create";
import { apiClientSecretEnd, ApiClientSecretEndInput } from "./end-secret";
import { ApiClientPayload, ApiClientSecretPayload } from "./payload";
import { apiClientRevoke } from "./revoke";
import "./scope";

const ApiClientConnection = connectionOf("ApiClient", () => ApiClient);
const ApiClientSecretConnection = connectionOf("ApiClientSecret", () => ApiClientSecret);
const NEWEST_FIRST = { property: "id", isDescending: true };

@Resolver(() => ApiClient)
export class ApiClientResolver {
  @Query(() => ApiClientConnection, { description: "Tools that ask for themselves, newest first." })
  apiClients(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = { operation: "apiClients", page, order: NEWEST_FIRST, info };
    return readPage<ApiClient>(viewer, apiClientShape, asked);
  }

  @Children("ApiClient", { shape: secretShape, parent: "clientId", order: NEWEST_FIRST })
  @FieldResolver(() => ApiClientSecretConnection, { description: "Its secrets, newest first." })
  secrets(@Args(() => PageArguments) _page: PageArguments) {}

  @Mutation(() => ApiClientSecretPayload, {
    description: "Make a client. Its secret is in this answer, and nowhere else.",
  })
  apiClientCreate(
    @Arg("input", () => ApiClientCreateInput, { description: "Which." })
    input: ApiClientCreateInput,
    @Ctx() { viewer }: Context,
  ) {
    return apiClientCreate(viewer, input);
  }

  @Mutation(() => ApiClientSecretPayload, {
    description: `Make a second secret. The one before ends by itself after ${OVERLAP_DAYS} days.`,
  })
  apiClientSecretAdd(
    @Arg("input", () => ApiClientInput, { description: "Of which client." }) input: ApiClientInput,
    @Ctx() { viewer }: Context,
  ) {
    return apiClientSecretAdd(viewer, input);
  }

  @Mutation(() => ApiClientPayload, {
    description: "End a secret, and the access tokens got by it. Repeating is harmless.",
  })
  apiClientSecretEnd(
    @Arg("input", () => ApiClientSecretEndInput, { description: "Which." })
    input: ApiClientSecretEndInput,
    @Ctx() { viewer }: Context,
  ) {
    return apiClientSecretEnd(viewer, input);
  }

  @Mutation(() => ApiClientPayload, {
    description: "Revoke a client for good. Repeating is harmless.",
  })
  apiClientRevoke(
    @Arg("input", () => ApiClientInput, { description: "Which." }) input: ApiClientInput,
    @Ctx() { viewer }: Context,
  ) {
    return apiClientRevoke(viewer, input);
  }
}

export const apiClientResolvers = [ApiClientResolver];
