// The job of imports: brings a file in, or takes it back, as the person on whose word it goes on.
import { NoSuchObject } from "../../files/object-store";
import { CannotRead } from "../../files/sealed-stream";
import { CannotGoOn } from "../../jobs/on-whose-word";
import { giveUp, taskOf } from "./acting";
import { bringFileIn } from "./bring-file-in";
import { undoFile } from "./undo-file";

/** `isLastTry`: whatever ends it then is told, and not tried again. */
export async function importContacts(importId: string, isLastTry: boolean): Promise<void> {
  const task = await taskOf(importId);
  if (!task) return;
  try {
    await (task.state === "UNDOING" ? undoFile : bringFileIn)(task.viewer, importId);
  } catch (error) {
    if (error instanceof CannotGoOn) return giveUp(importId, error.message);
    if (error instanceof CannotRead || error instanceof NoSuchObject)
      return giveUp(importId, "The file can't be read any more. Send it anew.");
    if (isLastTry)
      await giveUp(importId, "Something unexpected went wrong on our side, again and again.");
    throw error;
  }
}
