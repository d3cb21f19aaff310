// Tokens that must never be believed, each made from a good one by a single change.
import {
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
  type KeyObject,
} from "node:crypto";
import { createHmac } from "node:crypto";
import type { SigningKeys } from "../../src/viewer/keys";

type Claims = Record<string, unknown>;

const nowSeconds = () => Math.floor(Date.now() / 1000);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function without(claims: Claims, name: string): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}

/** What a token of support says, as `issueToken` would write it. */
export const goodClaims = (publicUrl: string): Claims => ({
  iss: publicUrl,
  aud: `${publicUrl}/graphql`,
  sub: "01990000-0000-7000-8000-5aff00000001",
  jti: randomUUID(),
  iat: nowSeconds(),
  nbf: nowSeconds(),
  exp: nowSeconds() + 60,
  audience: "SUPPORT",
});

export const goodHeader = (keys: SigningKeys): Claims => ({
  alg: "ES256",
  typ: "at+jwt",
  kid: keys.signing.kid,
});

export function signed(header: Claims, claims: Claims, key: KeyObject): string {
  const text = `${encode(header)}.${encode(claims)}`;
  const signature = sign("sha256", Buffer.from(text), { key, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

/** Name → token. */
export function forgedTokens(keys: SigningKeys, publicUrl: string): Record<string, string> {
  const header = goodHeader(keys);
  const claims = goodClaims(publicUrl);
  const { privateKey } = keys.signing;
  const publicPem = createPublicKey(privateKey).export({ type: "spki", format: "pem" });
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const customer = "01990000-0000-7000-8000-c05700000001";

  const withHeader = (change: Claims) => signed({ ...header, ...change }, claims, privateKey);
  const withClaims = (change: Claims) => signed(header, { ...claims, ...change }, privateKey);
  const good = signed(header, claims, privateKey);
  const [head = "", payload = ""] = good.split(".");
  const symmetric = `${encode({ ...header, alg: "HS256" })}.${payload}`;
  const hmac = createHmac("sha256", publicPem).update(symmetric).digest("base64url");

  return {
    "algorithm none, no signature": `${encode({ ...header, alg: "none" })}.${payload}.`,
    "algorithm none, the good signature": `${encode({ ...header, alg: "none" })}.${good.split(".")[2]}`,
    "HS256 signed with the public key": `${symmetric}.${hmac}`,
    "a stranger's key under our kid": signed(header, claims, stranger.privateKey),
    "an unknown kid": withHeader({ kid: "unknown" }),
    "a kid like a path": withHeader({ kid: `../keys/${keys.signing.kid}` }),
    "a kid from the prototype": withHeader({ kid: "constructor" }),
    "a kid that is a list": withHeader({ kid: [keys.signing.kid] }),
    "no kid": signed(without(header, "kid"), claims, privateKey),
    "a jku": withHeader({ jku: "https://keys.example/jwks.json" }),
    "an x5u": withHeader({ x5u: "https://keys.example/cert.pem" }),
    "an x5c": withHeader({ x5c: ["MIIB"] }),
    "a jwk of its own": signed(
      { ...header, jwk: stranger.publicKey.export({ format: "jwk" }) },
      claims,
      stranger.privateKey,
    ),
    "a crit": withHeader({ crit: ["b64"], b64: true }),
    "the type JWT": withHeader({ typ: "JWT" }),
    "no type": signed(without(header, "typ"), claims, privateKey),
    "another issuer": withClaims({ iss: "https://elsewhere.example" }),
    "another audience": withClaims({ aud: "https://elsewhere.example/graphql" }),
    "our address without the path": withClaims({ aud: publicUrl }),
    "several audiences": withClaims({ aud: [`${publicUrl}/graphql`, "https://elsewhere.example"] }),
    expired: withClaims({ exp: nowSeconds() - 1 }),
    "not valid yet": withClaims({ nbf: nowSeconds() + 3600 }),
    "issued in the future": withClaims({ iat: nowSeconds() + 3600 }),
    "no exp": signed(header, without(claims, "exp"), privateKey),
    "no iat": signed(header, without(claims, "iat"), privateKey),
    "no nbf": signed(header, without(claims, "nbf"), privateKey),
    "no jti": signed(header, without(claims, "jti"), privateKey),
    "no sub": signed(header, without(claims, "sub"), privateKey),
    "a sub that is no uuid": withClaims({ sub: "' or 1=1" }),
    "an exp that is text": withClaims({ exp: "9999999999" }),
    "no audience of ours": signed(header, without(claims, "audience"), privateKey),
    "the audience PUBLIC": withClaims({ audience: "PUBLIC" }),
    "the audience JOB": withClaims({ audience: "JOB" }),
    "an audience in lower case": withClaims({ audience: "support" }),
    "support with a customer": withClaims({ audience: "SUPPORT", customer }),
    "an administrator without a customer": withClaims({ audience: "ACCOUNT_ADMINISTRATOR" }),
    "a user whose customer is no uuid": withClaims({ audience: "PLATFORM_USER", customer: "*" }),
    "a connector with a provider": withClaims({ audience: "CONNECTOR", provider: customer }),
    "contact sync without a provider": withClaims({ audience: "CONTACT_SYNC" }),
    "intake from a source in lower case": withClaims({ audience: "INTAKE", source: "platform" }),
    "intake from a source too long": withClaims({ audience: "INTAKE", source: "A".repeat(33) }),
    "a secret that is no uuid": withClaims({
      ...{ audience: "DASHBOARD", secret_id: "any" },
    }),
    "support with a client's secret": withClaims({ secret_id: customer }),
    "a jti that is no uuid": withClaims({ jti: "1" }),
    "an empty signature": `${head}.${payload}.`,
    "no signature": `${head}.${payload}`,
    "changed claims under the good signature": `${head}.${encode({ ...claims, audience: "OPERATOR" })}.${good.split(".")[2]}`,
    "10 kB, signed": withClaims({ filler: "x".repeat(10_000) }),
    "10 kB of nothing": "x".repeat(10_000),
    "a header that is no JSON": `eA.${payload}.eA`,
    "a header that is null": `${encode(null)}.${payload}.eA`,
    empty: "",
  };
}
