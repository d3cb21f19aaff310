// The one place that issues and verifies access tokens (RFC 9068, ES256). Anything odd about a token is
// the same refusal: an unknown header, a missing or surplus claim, an audience without its customer.
import { randomUUID, type KeyObject } from "node:crypto";
import { sign, verify, type JwtPayload } from "jsonwebtoken";
import type { DeclaredPurpose } from "../lawfulness/purposes";
import { AUDIENCES, type Audience, isMachine } from "./audience";
import type { SigningKeys } from "./keys";
import { purposesOf } from "./purpose";
import { PUBLIC_VIEWER, type Viewer } from "./viewer";

const TOKEN_TYPE = "at+jwt";
const MAX_TOKEN_LENGTH = 4096;
const CLOCK_SKEW_SECONDS = 60;

const THREE_PARTS = /^([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Where our own tool's records come from. */
export const SOURCE = /^[A-Z_]{1,32}$/;
const HEADER_NAMES = new Set(["alg", "typ", "kid"]);

/** The claim that says whose data an audience reaches; an audience not named here has none. */
const REACH_CLAIMS: Partial<Record<Audience, ReachClaim>> = {
  PLATFORM_USER: "customer",
  ACCOUNT_ADMINISTRATOR: "customer",
  CONNECTOR: "customer",
  CONTACT_SYNC: "provider",
  INTAKE: "source",
};
type ReachClaim = "customer" | "provider" | "source";
const REACH_FORMS: Record<ReachClaim, RegExp> = { customer: UUID, provider: UUID, source: SOURCE };

export class InvalidToken extends Error {
  constructor() {
    super("The access token is not valid.");
    this.name = "InvalidToken";
  }
}

type NewToken = { publicUrl: string; viewer: Viewer; secondsToLive: number };

export function issueToken(
  keys: SigningKeys,
  { publicUrl, viewer, secondsToLive }: NewToken,
): string {
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims = {
    iss: publicUrl,
    aud: audienceUrl(publicUrl),
    sub: viewer.id ?? undefined,
    jti: randomUUID(),
    iat: issuedAt,
    nbf: issuedAt - CLOCK_SKEW_SECONDS,
    exp: issuedAt + secondsToLive,
    audience: viewer.audience,
    customer: viewer.customerId ?? undefined,
    provider: viewer.serviceProviderId ?? undefined,
    source: viewer.source ?? undefined,
    scope: viewer.scopes?.join(" "),
    sid: viewer.sessionId ?? undefined,
    secret_id: viewer.secretId ?? undefined,
  };
  viewerFrom(claims); // what could not be verified is never issued
  const { kid, privateKey } = keys.signing;
  const header = { alg: "ES256", typ: TOKEN_TYPE, kid };
  return sign(claims, privateKey, { algorithm: "ES256", header });
}

/** The viewer that a token stands for. Throws `InvalidToken`, without saying why. */
export const verifyToken = (keys: SigningKeys, publicUrl: string, token: string): Viewer =>
  readToken(keys, publicUrl, token).viewer;

/** The same, with the instant (in seconds since 1970) at which the token expires. */
export function readToken(
  keys: SigningKeys,
  publicUrl: string,
  token: string,
): { viewer: Viewer; expiresAt: number } {
  const key = keyFor(keys, token);
  const claims = verifiedClaims(token, key, publicUrl);
  demand(claims.aud === audienceUrl(publicUrl));
  demand(isInstant(claims.exp) && isInstant(claims.nbf) && isInstant(claims.iat));
  demand(claims.iat <= Date.now() / 1000 + CLOCK_SKEW_SECONDS);
  demand(typeof claims.jti === "string" && UUID.test(claims.jti));
  return { viewer: viewerFrom(claims), expiresAt: claims.exp };
}

function keyFor(keys: SigningKeys, token: string): KeyObject {
  demand(token.length <= MAX_TOKEN_LENGTH);
  const header = headerOf(THREE_PARTS.exec(token)?.[1]);
  demand(Object.keys(header).every((name) => HEADER_NAMES.has(name)));
  demand(header.alg === "ES256" && header.typ === TOKEN_TYPE && typeof header.kid === "string");
  const key = keys.verifying.get(header.kid);
  demand(key !== undefined);
  return key;
}

function headerOf(part: string | undefined): Record<string, unknown> {
  demand(part !== undefined);
  try {
    const header: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof header === "object" && header !== null ? { ...header } : {};
  } catch {
    throw new InvalidToken();
  }
}

function verifiedClaims(token: string, key: KeyObject, publicUrl: string): JwtPayload {
  try {
    const claims = verify(token, key, {
      algorithms: ["ES256"],
      issuer: publicUrl,
      audience: audienceUrl(publicUrl),
    });
    return typeof claims === "string" ? {} : claims;
  } catch {
    throw new InvalidToken();
  }
}

function viewerFrom(claims: JwtPayload): Viewer {
  const audience = AUDIENCES.find((name) => name === claims.audience);
  demand(audience !== undefined && audience !== "PUBLIC");
  demand(typeof claims.sub === "string" && UUID.test(claims.sub));
  return {
    ...PUBLIC_VIEWER,
    audience,
    id: claims.sub,
    customerId: reach(audience, "customer", claims.customer),
    serviceProviderId: reach(audience, "provider", claims.provider),
    source: reach(audience, "source", claims.source),
    scopes: scopesIn(audience, claims.scope),
    sessionId: idIn(claims.sid),
    secretId: secretIn(audience, claims.secret_id),
    tokenId: idIn(claims.jti),
  };
}

/** Within the purposes of the audience, each named once; absent where the token holds them all. */
function scopesIn(audience: Audience, claim: unknown): DeclaredPurpose[] | null {
  if (claim === undefined) return null;
  demand(typeof claim === "string");
  const known = purposesOf(audience).filter((purpose) => claim.split(" ").includes(purpose));
  demand(known.length > 0 && known.length === claim.split(" ").length);
  return known;
}

function idIn(claim: unknown): string | null {
  if (claim === undefined) return null;
  demand(typeof claim === "string" && UUID.test(claim));
  return claim;
}

/** Only a client has one. */
function secretIn(audience: Audience, claim: unknown): string | null {
  demand(claim === undefined || isMachine(audience));
  return idIn(claim);
}

/** Present exactly where the audience needs it. */
function reach(audience: Audience, claim: ReachClaim, value: unknown): string | null {
  if (REACH_CLAIMS[audience] !== claim) {
    demand(value === undefined);
    return null;
  }
  demand(typeof value === "string" && REACH_FORMS[claim].test(value));
  return value;
}

const audienceUrl = (publicUrl: string): string => `${publicUrl}/graphql`;

const isInstant = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value > 0;

function demand(isTrue: boolean): asserts isTrue {
  if (!isTrue) throw new InvalidToken();
}
