// Who asks, from the request's headers alone. No Authorization header is PUBLIC; a header that isn't exactly
// one good bearer token is nobody, and never falls back to PUBLIC.
import type { SigningKeys } from "./keys";
import { narrow } from "./purpose";
import { InvalidToken, verifyToken } from "./tokens";
import { PUBLIC_VIEWER, type Viewer } from "./viewer";

const BEARER = /^bearer +(\S+)$/i;

/**
 * Takes the raw headers (name, value, name, value, …), where a repeated header is still seen.
 * Throws `InvalidToken` (401, RFC 6750 §3.1) or `PurposeNotAllowed` (403).
 */
export function requestViewer(
  keys: SigningKeys,
  publicUrl: string,
  rawHeaders: readonly string[],
): Viewer {
  const viewer = authenticated(keys, publicUrl, valuesOf(rawHeaders, "authorization"));
  const named = valuesOf(rawHeaders, "x-purpose");
  return named.length === 0 ? viewer : narrow(viewer, named.join());
}

function authenticated(keys: SigningKeys, publicUrl: string, values: string[]): Viewer {
  const [value, ...more] = values;
  if (value === undefined) return PUBLIC_VIEWER;
  const token = BEARER.exec(value)?.[1];
  if (token === undefined || more.length > 0) throw new InvalidToken();
  return verifyToken(keys, publicUrl, token);
}

const valuesOf = (rawHeaders: readonly string[], name: string): string[] =>
  rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
