// What a verb on an import answers: the import as it is now, or why nothing was done.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { readOne } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { Import, importShape } from "./import";

@InputType({ description: "Which import." })
export class ImportInput {
  @Field(() => ID, { description: "Its identifier." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The import as it is now." })
export class ImportPayload {
  @Field(() => Import, { nullable: true, description: "The import." })
  import!: Import | null;

  @ListSize(3)
  @Field(() => [UserError], { description: "Why nothing was done." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): ImportPayload => ({
  import: null,
  userErrors,
});

export const importNow = async (
  viewer: Viewer,
  operation: string,
  id: string,
): Promise<ImportPayload> => ({
  import: await readOne<Import>(viewer, importShape, operation, id),
  userErrors: [],
});
