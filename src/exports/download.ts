// Where a file can be taken away: an address that opens this file alone, for an hour, on the word of whoever it was
// given to. Whether that person still may is asked when it is opened.
import { ownAddress } from "../viewer/issuing";
import { linkToken, readLinkToken } from "../viewer/sign-in/link-token";
import type { Viewer } from "../viewer/viewer";

const MINUTES = 60;
const minuteOf = (milliseconds: number) => Math.floor(milliseconds / 60_000);

export function downloadUrlOf({ id }: Viewer, fileId: string): string {
  const until = minuteOf(Date.now()) + MINUTES;
  const token = linkToken("DOWNLOAD", { id: fileId, generation: until, of: id ?? "" });
  return `${ownAddress()}/exports/${token}`;
}

/** The file, and on whose word; null for anything that we did not make, or that is too old. */
export function downloadIn(token: string): { fileId: string; personId: string } | null {
  const link = readLinkToken("DOWNLOAD", token);
  return link && link.generation >= minuteOf(Date.now())
    ? { fileId: link.id, personId: link.of }
    : null;
}
