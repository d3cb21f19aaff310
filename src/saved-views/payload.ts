// What saving and removing a view answers.
import { Field, ObjectType } from "type-graphql";
import { sql } from "../database/sql";
import { readRows } from "../graphql/reads/rows";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import type { Viewer } from "../viewer/viewer";
import { SavedView, savedViewShape } from "./saved-view";

@ObjectType({ simpleResolvers: true, description: "The view after the change." })
export class SavedViewPayload {
  @Field(() => SavedView, { nullable: true, description: "The view; as it was, if it is removed." })
  savedView!: SavedView | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): SavedViewPayload => ({
  savedView: null,
  userErrors,
});

export async function viewNow(viewer: Viewer, id: string): Promise<SavedViewPayload> {
  const reading = { operation: "savedViewSave", where: [sql`id = ${id}::uuid`], isOne: true };
  const [savedView] = await readRows<SavedView>(viewer, savedViewShape, reading);
  return { savedView: savedView ?? null, userErrors: [] };
}
