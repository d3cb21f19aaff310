// The salt of a password follows from the hash of its address, and says nothing of it without the key of signing in. Kept
// beside the password once the address's hash changes.
import { keyedHash } from "./hash-keys";

const SALT_BYTES = 16;

export const passwordSalt = (emailHash: Buffer): Buffer =>
  keyedHash("sign-in", "salt", emailHash).subarray(0, SALT_BYTES);
