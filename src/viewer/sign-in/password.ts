// Passwords: 10 to 128 characters of any kind, compared after Unicode normalisation (NIST SP 800-63B §5.1.1.2), hashed
// with Argon2id. The salt follows from the address, so one computation serves every account that the address
// has, or none: how long it takes says nothing. It is kept once the address's hash has changed, and is the same for all. A secret of the program's goes in, which no dump of tables holds.
import { hashRaw } from "@node-rs/argon2";
import { availableParallelism } from "node:os";
import { keyedHash } from "../../keys/hash-keys";
import { passwordSalt } from "../../keys/password-salt";
import { type UserError, userError } from "../../graphql/user-error";
import { gate } from "./gate";

export const PASSWORD_MINIMUM = 10;
export const PASSWORD_MAXIMUM = 128;

/** OWASP's second choice of parameters: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const WAITING_MAXIMUM = 200;

const oneAfterAnother = gate(Math.max(1, availableParallelism() - 1), WAITING_MAXIMUM);

/** Why this can't become a password, or null. */
export function passwordFault(password: string, field: string): UserError | null {
  const length = [...normalised(password)].length;
  const isFit = length >= PASSWORD_MINIMUM && length <= PASSWORD_MAXIMUM;
  if (isFit && !password.includes("\u0000")) return null;
  const wanted = `${PASSWORD_MINIMUM} to ${PASSWORD_MAXIMUM} characters of any kind`;
  return userError("INVALID", field, `Give ${field} ${wanted}, for example four words in a row.`);
}

/** 32 bytes; what is longer than a password can be costs no more than one. Rejects with `Unavailable` under a flood. */
export function passwordHash(
  password: string,
  emailHash: Buffer,
  keptSalt: Buffer | null,
): Promise<Buffer> {
  const text = normalised(password.slice(0, 2 * PASSWORD_MAXIMUM)).slice(0, 2 * PASSWORD_MAXIMUM);
  const salt = keptSalt ?? passwordSalt(emailHash);
  const secret = keyedHash("sign-in", "secret");
  return oneAfterAnother(() => hashRaw(text, { ...ARGON2ID, salt, secret }));
}

const normalised = (password: string) => password.normalize("NFKC");
