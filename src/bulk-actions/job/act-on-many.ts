// The job of bulk actions: works one off, or takes it back, as the person on whose word it goes on.
import { askWhetherAllowed, CannotGoOn } from "../../jobs/on-whose-word";
import { againAfterRace } from "../../prospects/race";
import type { Viewer } from "../../viewer/viewer";
import { giveUp, taskOf } from "./acting";
import { undoBatch } from "./undo-batch";
import { workOffBatch } from "./work-off-batch";

/** `isLastTry`: whatever ends it then is told, and not tried again. */
export async function actOnMany(bulkActionId: string, isLastTry: boolean): Promise<void> {
  const task = await taskOf(bulkActionId);
  if (!task) return;
  const batch = task.state === "UNDOING" ? undoBatch : workOffBatch;
  try {
    await batchByBatch(task.viewer, () => batch(task.viewer, bulkActionId));
  } catch (error) {
    if (error instanceof CannotGoOn) return giveUp(bulkActionId, error.message);
    if (isLastTry)
      await giveUp(bulkActionId, "Something unexpected went wrong on our side, again and again.");
    throw error;
  }
}

/** `batch` answers whether there may be more. */
async function batchByBatch(viewer: Viewer, batch: () => Promise<boolean>): Promise<void> {
  do await askWhetherAllowed(viewer);
  while (await againAfterRace(batch));
}
