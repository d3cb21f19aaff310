// The keys that sign and verify access tokens. The private key is made at the first start, in DATA_DIR/keys.
// Rotation: put the other key's public half beside it as NAME.public.pem, in every process, before it signs.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeOnce, readSecret } from "../keys/key-file";

export type SigningKeys = {
  signing: { kid: string; privateKey: KeyObject };
  /** By key id; the signing key's public half is among them. */
  verifying: ReadonlyMap<string, KeyObject>;
};

export type PublicKeySet = {
  keys: { kty: string; crv: string; x: string; y: string; kid: string; alg: "ES256"; use: "sig" }[];
};

const SIGNING_FILE = "signing.pem";
const PUBLIC_FILE = /\.public\.pem$/;

/** Reads the keys of a data folder, making the signing key where there is none. */
export async function loadKeys(dataDir: string): Promise<SigningKeys> {
  const folder = join(dataDir, "keys");
  const path = join(folder, SIGNING_FILE);
  makeOnce(path, newSigningKey);
  const privateKey = createPrivateKey(readSecret(path));
  const retired = (await readdir(folder)).filter((name) => PUBLIC_FILE.test(name)).sort();
  const publicKeys = [
    createPublicKey(privateKey),
    ...(await Promise.all(
      retired.map(async (name) => createPublicKey(await readFile(join(folder, name)))),
    )),
  ];
  const byKid = publicKeys.map((key) => [thumbprint(key), key] as const);
  return {
    signing: { kid: thumbprint(createPublicKey(privateKey)), privateKey },
    verifying: new Map(byKid),
  };
}

/** What `/.well-known/jwks.json` answers (RFC 7517). */
export function publicKeySet(keys: SigningKeys): PublicKeySet {
  const entries = [...keys.verifying].map(([kid, key]) => ({
    ...coordinates(key),
    kid,
    alg: "ES256" as const,
    use: "sig" as const,
  }));
  return { keys: entries };
}

const newSigningKey = () =>
  generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
    type: "pkcs8",
    format: "pem",
  });

/** RFC 7638: the required members in alphabetical order, hashed. */
function thumbprint(key: KeyObject): string {
  const { crv, kty, x, y } = coordinates(key);
  return createHash("sha256").update(JSON.stringify({ crv, kty, x, y })).digest("base64url");
}

function coordinates(key: KeyObject): { kty: string; crv: string; x: string; y: string } {
  const { kty, crv, x, y } = key.export({ format: "jwk" });
  if (kty !== "EC" || crv !== "P-256" || !x || !y) {
    throw new Error("A key in DATA_DIR/keys is not an elliptic-curve key on P-256 (ES256).");
  }
  return { kty, crv, x, y };
}
