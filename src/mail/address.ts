// One rule for e-mail addresses. An address is kept as given and compared in canonical form: NFKC, no invisible
// characters, lower case, the domain in punycode without a trailing dot. Dots and plus tags stay: only the
// receiver knows what they mean. Quoted local parts and address literals are refused.
import { domainToASCII } from "node:url";
import { withoutInvisible } from "../invisible";

const LOCAL_PART = /^[^\s@"(),:;<>[\]\\\p{C}]+$/u;
/** What a domain may be typed with. Whatever else a URL's host may be followed by is no part of an address. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Longest address, in characters (RFC 5321 §4.5.3.1.3, without the angle brackets). */
export const ADDRESS_MAXIMUM = 254;

/** The canonical form of an address, or null where it is none. */
export function canonicalAddress(given: string): string | null {
  if (given.length > 4 * ADDRESS_MAXIMUM) return null;
  const plain = addressAsGiven(given);
  const at = plain.lastIndexOf("@");
  const local = plain.slice(0, at).toLowerCase().normalize("NFKC");
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local)) return null;
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  const typed = plain.slice(at + 1).replace(/\.$/, "");
  if (!TYPED_DOMAIN.test(typed)) return null;
  const domain = domainToASCII(typed).toLowerCase();
  const canonical = `${local}@${domain}`;
  return DOMAIN.test(domain) && canonical.length <= ADDRESS_MAXIMUM ? canonical : null;
}

/** The address as kept, and mailed: as given, without surrounding blanks, invisible characters and forms of other widths. */
export const addressAsGiven = (given: string) => withoutInvisible(given.normalize("NFKC")).trim();
