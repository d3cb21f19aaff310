// Taking a file away: its address is asked for at the moment of taking, since it is good for an hour only.
import { ask } from "../api/ask";
import { takeAway } from "../design/take-away";
import { ExportOfOursDownload } from "./exports.documents";

/** Answers false where there is no file for the viewer any more. */
export async function download({ id }: { id: string }): Promise<boolean> {
  const { export: found } = await ask(ExportOfOursDownload, { id });
  if (!found?.downloadUrl) return false;
  takeAway(found.downloadUrl);
  return true;
}
