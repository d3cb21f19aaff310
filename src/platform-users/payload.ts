// What changing a user answers.
import { Field, ObjectType } from "type-graphql";
import { sql } from "../database/sql";
import { readRows } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { PlatformUser, platformUserShape } from "./platform-user";

@ObjectType({ simpleResolvers: true, description: "The user after the change." })
export class PlatformUserPayload {
  @Field(() => PlatformUser, { nullable: true, description: "The user." })
  platformUser!: PlatformUser | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): PlatformUserPayload => ({
  platformUser: null,
  userErrors,
});

/** The user as it is now. Read anew each time: one request may change the same user twice. */
export async function changed(
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<PlatformUserPayload> {
  const where = [sql`id = ${id}::uuid`];
  const [user] = await readRows<PlatformUser>(viewer, platformUserShape, { operation, where });
  return { platformUser: user ?? null, userErrors: [] };
}
