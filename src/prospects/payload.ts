// What bringing in or changing a prospect answers.
import { Field, ObjectType } from "type-graphql";
import { sql } from "../database/sql";
import { readRows } from "../graphql/reads/rows";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { Prospect, prospectShape } from "./prospect";

@ObjectType({ simpleResolvers: true, description: "The prospect after the change." })
export class ProspectPayload {
  @Field(() => Prospect, { nullable: true, description: "The prospect." })
  prospect!: Prospect | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): ProspectPayload => ({
  prospect: null,
  userErrors,
});

/** The prospect as it is now, read afresh: two changes of one request each see their own. */
export async function changed(
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<ProspectPayload> {
  const where = [sql`id = ${id}::uuid`];
  const [prospect] = await readRows<Prospect>(viewer, prospectShape, { operation, where });
  return { prospect: prospect ?? null, userErrors: [] };
}

export const addressClosed = (): UserError =>
  userError(
    "ADDRESS_CLOSED",
    "emailAddress",
    "This address may not be brought in. Leave it out; only the person can change that.",
  );

export const alreadyExists = (id: string): UserError =>
  userError(
    "ALREADY_EXISTS",
    "emailAddress",
    `The prospect ${id} has this address already. Change that one with prospectUpdate.`,
  );
