// What issues tokens, known once the server has its keys.
import type { SigningKeys } from "./keys";
import { issueToken } from "./tokens";
import type { Viewer } from "./viewer";

type Issuer = { keys: SigningKeys; publicUrl: string };
let issuer: Issuer | undefined;

export const setIssuer = (given: Issuer): void => void (issuer = given);

/** The address under which we are reached. */
export function ownAddress(): string {
  if (!issuer) throw new Error("No address was set.");
  return issuer.publicUrl;
}

export function issue(viewer: Viewer, secondsToLive: number): string {
  if (!issuer) throw new Error("No signing key was set.");
  return issueToken(issuer.keys, { publicUrl: issuer.publicUrl, viewer, secondsToLive });
}
