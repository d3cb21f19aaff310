// The keys that sign and verify access tokens. The private key is made at the first start, in DATA_DIR/keys,
// readable by its owner alone; a hard link decides which of several processes starting together made it.
// Rotation: put the other key's public half beside it as NAME.public.pem, in every process, before it signs.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomUUID,
  type KeyObject,
} from "node:crypto";
import { link, mkdir, open, readdir, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

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
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await exists(path))) await makeSigningKey(folder, path);
  await refuseSharedFile(path);

  const privateKey = createPrivateKey(await readFile(path));
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

/** Written whole under a name of its own, then linked: whoever links first made the key, the others read it. */
async function makeSigningKey(folder: string, path: string): Promise<void> {
  const pair = await promisify(generateKeyPair)("ec", { namedCurve: "P-256" });
  const draft = join(folder, `.${randomUUID()}.draft`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
    await file.sync();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await file.close();
    await unlink(draft);
  }
}

async function refuseSharedFile(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new Error(
      `${path} can be read by others than its owner. Run chmod 600 on it and restart.`,
    );
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

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
