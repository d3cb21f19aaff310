// What a verb on an export answers: the export as it is now, or why nothing was done.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { readOne } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { Export, exportShape } from "./export";

@InputType({ description: "Which export." })
export class ExportInput {
  @Field(() => ID, { description: "Its identifier." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The export as it is now." })
export class ExportPayload {
  @Field(() => Export, { nullable: true, description: "The export." })
  export!: Export | null;

  @ListSize(3)
  @Field(() => [UserError], { description: "Why nothing was done." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): ExportPayload => ({
  export: null,
  userErrors,
});

export const exportNow = async (
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<ExportPayload> => ({
  export: await readOne<Export>(viewer, exportShape, operation, id),
  userErrors: [],
});
