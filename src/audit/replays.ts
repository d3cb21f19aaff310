// An answer that is shown again is a reading as well. What it shows stands in the entries of the request that it was first
// given to: this one names that request.
import type { Viewer } from "../viewer/viewer";
import { recordAlone } from "./alone";

export const recordReplay = (viewer: Viewer, firstRequestId: string): Promise<void> =>
  recordAlone(viewer, { action: "READ", operation: "replay", requestId: firstRequestId });
