// What a verb on a bulk action answers: the action as it is now, or why nothing was done.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { readOne } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { BulkAction, bulkActionShape } from "./bulk-action";

@InputType({ description: "Which bulk action." })
export class BulkActionInput {
  @Field(() => ID, { description: "Its identifier." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The bulk action as it is now." })
export class BulkActionPayload {
  @Field(() => BulkAction, { nullable: true, description: "The bulk action." })
  bulkAction!: BulkAction | null;

  @ListSize(3)
  @Field(() => [UserError], { description: "Why nothing was done." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): BulkActionPayload => ({
  bulkAction: null,
  userErrors,
});

export const bulkActionNow = async (
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<BulkActionPayload> => ({
  bulkAction: await readOne<BulkAction>(viewer, bulkActionShape, operation, id),
  userErrors: [],
});
