// A job that goes on for a person acts as that person, and only while that person may.
import { isStillAllowed } from "../viewer/state";
import type { Viewer } from "../viewer/viewer";

/** It can't go on, and says why, for whoever asked for it. What was done by then is done. */
export class CannotGoOn extends Error {
  override name = "CannotGoOn";
}

export async function askWhetherAllowed(viewer: Viewer): Promise<void> {
  if (!(await isStillAllowed(viewer, null)))
    throw new CannotGoOn("Whoever began it may not go on with it any more.");
}
