// A kept answer, readable by whoever sends the key again and by nobody else: AES-256-GCM under a key of its own, made
// from the client's Idempotency-Key, which is kept nowhere, and a key of this installation (HKDF, RFC 5869).
//
//   salt 32 | tag 16 | answer
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { keyedHash } from "../../keys/hash-keys";
import type { Answer } from "../mend-answer";

const ALGORITHM = "aes-256-gcm";
const SALT_BYTES = 32;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** Bound to its claim: under another one it does not open. */
export function sealAnswer(key: string, claimId: string, answer: Answer): Buffer {
  const salt = randomBytes(SALT_BYTES);
  const secret = secretOf(key, salt);
  const cipher = createCipheriv(ALGORITHM, secret.key, secret.nonce).setAAD(Buffer.from(claimId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(answer), "utf8"), cipher.final()]);
  return Buffer.concat([salt, cipher.getAuthTag(), sealed]);
}

export function openAnswer(key: string, claimId: string, kept: Buffer): Answer {
  const secret = secretOf(key, kept.subarray(0, SALT_BYTES));
  const decipher = createDecipheriv(ALGORITHM, secret.key, secret.nonce)
    .setAAD(Buffer.from(claimId))
    .setAuthTag(kept.subarray(SALT_BYTES, SALT_BYTES + TAG_BYTES));
  const sealed = kept.subarray(SALT_BYTES + TAG_BYTES);
  const text = Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  return JSON.parse(text) as Answer;
}

/** Each salt makes a key that encrypts once, so its nonce may come from the same place. */
function secretOf(key: string, salt: Buffer): { key: Buffer; nonce: Buffer } {
  const material = keyedHash("replay", "answer", key);
  const bytes = Buffer.from(
    hkdfSync("sha256", material, salt, "idempotency answer", KEY_BYTES + NONCE_BYTES),
  );
  return { key: bytes.subarray(0, KEY_BYTES), nonce: bytes.subarray(KEY_BYTES) };
}
