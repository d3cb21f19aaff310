// An e-mail address as somebody typed it: its kept and canonical forms and its keyed hash, or why it won't do.
import { type UserError, userError } from "../graphql/user-error";
import { ADDRESS_MAXIMUM, addressAsGiven, canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";

export type GivenAddress = { asGiven: string; canonical: string; hash: Buffer };

/** The address, or null where it is none that could be kept as given. */
export function givenAddress(given: string): GivenAddress | null {
  const canonical = canonicalAddress(given);
  const asGiven = addressAsGiven(given);
  if (!canonical || asGiven.length > ADDRESS_MAXIMUM || /[\s\p{Cc}]/u.test(asGiven)) return null;
  return { asGiven, canonical, hash: addressHash(canonical) };
}

export const noAddress = (): UserError =>
  userError(
    "INVALID",
    "emailAddress",
    "Give emailAddress one e-mail address, such as name@example.com.",
  );
