// The key that signs the heads of the audit, made at the first start in DATA_DIR/keys, and what others verify with. A key of
// its own: whoever may sign tokens signs no history. Rotation: put the other key's public half beside it as
// audit.NAME.public.pem, in every process, before the new one signs.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeOnce, readSecret } from "../../keys/key-file";
import { keyIdOf, type PublicJwk, publicJwkOf } from "../verifying/head";

export type AuditKeys = {
  signing: { keyId: string; key: KeyObject };
  /** The signing key's own among them. */
  verifying: PublicJwk[];
};

const SIGNING_FILE = "audit.pem";
const PUBLIC_FILE = /^audit\..+\.public\.pem$/;

let loaded: AuditKeys | undefined;

export function loadAuditKeys(dataDir: string): AuditKeys {
  const folder = join(dataDir, "keys");
  const path = join(folder, SIGNING_FILE);
  makeOnce(path, () =>
    generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }),
  );
  const key = createPrivateKey(readSecret(path));
  const own = publicJwkOf(createPublicKey(key));
  const others = readdirSync(folder)
    .filter((name) => PUBLIC_FILE.test(name))
    .map((name) => publicJwkOf(createPublicKey(readFileSync(join(folder, name)))));
  loaded = { signing: { keyId: keyIdOf(own), key }, verifying: [own, ...others] };
  return loaded;
}

/** Those of this process. */
export function auditKeys(): AuditKeys {
  if (!loaded) throw new Error("The keys of the audit were not loaded.");
  return loaded;
}

/** What `/.well-known/audit-keys.json` answers (RFC 7517, RFC 8037). */
export const auditKeySet = () => ({
  keys: auditKeys().verifying.map((jwk) => ({
    ...jwk,
    ...{ kid: keyIdOf(jwk), alg: "EdDSA", use: "sig" },
  })),
});
