// Where a file can be taken away: an address that opens this file alone, for an hour, on the word of whoever it was
// given to. Whether that person still may is asked when it is opened.
import type { Audience } from "../viewer/audience";
import { ownAddress } from "../viewer/issuing";
import { linkToken, readLinkToken } from "../viewer/sign-in/link-token";
import { PUBLIC_VIEWER, type Viewer } from "../viewer/viewer";

const MINUTES = 60;
const minuteOf = (milliseconds: number) => Math.floor(milliseconds / 60_000);

const AUDIENCES = ["MARKETING", "ACCOUNT_ADMINISTRATOR", "PRIVACY_OFFICER"] as const;
const kindOf = (audience: Audience) => `DOWNLOAD ${audience}` as const;

export function downloadUrlOf({ audience, id, customerId }: Viewer, fileId: string): string {
  const until = minuteOf(Date.now()) + MINUTES;
  const token = linkToken(kindOf(audience), {
    ...{ id: fileId, generation: until, of: id ?? "" },
    ...(customerId ? { within: customerId } : {}),
  });
  return `${ownAddress()}/exports/${token}`;
}

/** The file, and on whose word; null for anything that we did not make, or that is too old. */
export function downloadIn(token: string): { fileId: string; viewer: Viewer } | null {
  for (const audience of AUDIENCES) {
    const link = readLinkToken(kindOf(audience), token);
    if (!link) continue;
    if (link.generation < minuteOf(Date.now())) return null;
    const viewer = { ...PUBLIC_VIEWER, audience, id: link.of, customerId: link.within || null };
    return { fileId: link.id, viewer };
  }
  return null;
}
