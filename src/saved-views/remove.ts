// A view's maker removes it. Whoever used it finds it gone.
import { Field, ID, InputType } from "type-graphql";
import { visibleProperties } from "../access/visible";
import { entryOf } from "../audit/entries";
import { columnList, sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { refused, type SavedViewPayload } from "./payload";
import type { SavedView } from "./saved-view";
import { ownViews } from "./scope";

@InputType({ description: "Which view to remove." })
export class SavedViewRemoveInput {
  @Field(() => ID, { description: "The view, one of yours." })
  id!: string;
}

export async function savedViewRemove(
  viewer: Viewer,
  { id }: SavedViewRemoveInput,
): Promise<SavedViewPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const savedView = await unitOfWork(actorOf(viewer, "PREFERENCES"), async (unit) => {
    const [removed] = await unit.run(
      sql`delete from saved_views where ${ownViews(viewer)} and id = ${id}::uuid
        returning ${columnList(visibleProperties(viewer.audience, "SavedView"))}`,
    );
    const row = removed?.rows[0] as SavedView | undefined;
    if (!row) return null;
    await unit.run(
      entryOf(viewer, {
        ...{ action: "WRITE", operation: "savedViewRemove", kind: "PREFERENCES" },
        subjectIds: [viewer.id!],
      }),
    );
    return row;
  });
  return savedView ? { savedView, userErrors: [] } : refused(notFound("id"));
}
