// The header Idempotency-Key: one string of 1 to 255 visible characters, quoted as a structured field has it (RFC 8941
// §3.3.3) or bare (draft-ietf-httpapi-idempotency-key-header §2.1).
import { refusal } from "../refusal";

const QUOTED = /^"((?:[!#-[\]-~]|\\["\\]){1,510})"$/;
const BARE = /^[!#-~]{1,255}$/;
const LONGEST = 255;

/** Throws a refusal (400) for anything else, two headers included. */
export function readKey(header: string): string {
  const [, quoted] = QUOTED.exec(header) ?? [];
  const key = quoted === undefined ? header : quoted.replace(/\\(.)/g, "$1");
  if (quoted === undefined ? BARE.test(key) : key.length <= LONGEST) return key;
  throw refusal("IDEMPOTENCY_KEY_INVALID");
}
