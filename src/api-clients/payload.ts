// What changing a client answers.
import { Field, ObjectType } from "type-graphql";
import { readOne } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import type { Viewer } from "../viewer/viewer";
import { ApiClient, apiClientShape } from "./api-client";
import { ListSize } from "../limits/declared-cost";

@ObjectType({ simpleResolvers: true, description: "The client after the change." })
export class ApiClientPayload {
  @Field(() => ApiClient, { nullable: true, description: "The client." })
  apiClient!: ApiClient | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "The client, with the secret that was made." })
export class ApiClientSecretPayload extends ApiClientPayload {
  @Field(() => String, {
    nullable: true,
    description: "The secret. Keep it now: it can't be looked up later.",
  })
  secret!: string | null;
}

export const refused = (...userErrors: UserError[]) => ({
  ...{ apiClient: null, secret: null },
  userErrors,
});

/** The client as it is now. */
export async function clientNow(
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<ApiClientPayload> {
  const apiClient = await readOne<ApiClient>(viewer, apiClientShape, operation, id);
  return { apiClient, userErrors: [] };
}
