// A tree's head: how many leaves it had at a time, and its root. Signed with Ed25519 (RFC 8032), it is what nobody without the
// key can make anew for a history that was changed.
import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { canonical } from "./canonical";

/** Hashes in hexadecimal; `tree` is the customer whose it is, or null for that of all entries. */
export type Head = {
  tree: string | null;
  size: number;
  /** The first number that the head before this one doesn't hold. */
  first: number;
  root: string;
  chain: string;
  /** In UTC, to the microsecond. */
  signedAt: string;
  /** Whatever was committed by then is sealed; null while a first backlog is worked off. */
  completeAt: string | null;
  /** What is new below this head was committed after this time, or came in late; null while nothing was complete before. */
  after: string | null;
  keyId: string;
};
export type SignedHead = { head: Head; signature: string };

export type PublicJwk = { kty: "OKP"; crv: "Ed25519"; x: string };

const FORMAT = "zendbox-audit-head/1";
const statement = (head: Head) => Buffer.from(canonical({ format: FORMAT, ...head }));

export const signed = (head: Head, key: KeyObject): SignedHead => ({
  head,
  signature: sign(null, statement(head), key).toString("hex"),
});

export function isSigned({ head, signature }: SignedHead, keys: ReadonlyMap<string, KeyObject>) {
  const key = keys.get(head.keyId);
  return key !== undefined && verify(null, statement(head), key, Buffer.from(signature, "hex"));
}

/** A key's identifier: its thumbprint (RFC 7638). */
export const keyIdOf = ({ crv, kty, x }: PublicJwk): string =>
  createHash("sha256").update(canonical({ crv, kty, x })).digest("base64url");

export function publicJwkOf(key: KeyObject): PublicJwk {
  const { kty, crv, x } = key.export({ format: "jwk" });
  if (kty !== "OKP" || crv !== "Ed25519" || !x) throw new Error("This is no Ed25519 key.");
  return { kty, crv, x };
}

export const keysById = (jwks: readonly PublicJwk[]): ReadonlyMap<string, KeyObject> =>
  new Map(jwks.map((jwk) => [keyIdOf(jwk), createPublicKey({ key: jwk, format: "jwk" })]));
