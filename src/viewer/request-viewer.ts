// Who asks, from the request's headers alone. No Authorization header is PUBLIC; a header that isn't exactly
// one good bearer token, or one client's key that may be used as one, is nobody, and never falls back to PUBLIC.
import { clientByKey } from "./clients/client";
import { isClientSecret } from "./clients/secret";
import type { SigningKeys } from "./keys";
import { narrow } from "./purpose";
import { InvalidToken, verifyToken } from "./tokens";
import { PUBLIC_VIEWER, type Viewer } from "./viewer";

const BEARER = /^bearer +(\S+)$/i;

type Issuer = { keys: SigningKeys; publicUrl: string };

/**
 * Takes the raw headers (name, value, name, value, …), where a repeated header is still seen, and where they came from.
 * Throws `InvalidToken` (401, RFC 6750 §3.1) or `PurposeNotAllowed` (403).
 */
export async function requestViewer(
  issuer: Issuer,
  rawHeaders: readonly string[],
  address: string | null,
): Promise<Viewer> {
  const viewer = await authenticated(issuer, valuesOf(rawHeaders, "authorization"), address);
  const named = valuesOf(rawHeaders, "x-purpose");
  return named.length === 0 ? viewer : narrow(viewer, named.join());
}

async function authenticated(
  { keys, publicUrl }: Issuer,
  values: string[],
  address: string | null,
): Promise<Viewer> {
  const [value, ...more] = values;
  if (value === undefined) return PUBLIC_VIEWER;
  const token = BEARER.exec(value)?.[1];
  if (token === undefined || more.length > 0) throw new InvalidToken();
  if (!isClientSecret(token)) return verifyToken(keys, publicUrl, token);
  const client = await clientByKey(token, address);
  if (!client) throw new InvalidToken();
  return client;
}

export const valuesOf = (rawHeaders: readonly string[], name: string): string[] =>
  rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
