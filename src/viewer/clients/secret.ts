// The form of a client's secret: a prefix that scanners of leaked secrets know, 43 characters of chance (256 bit), and six
// of a checksum, so that what can't be one of ours is refused without asking the database.
import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { keyedHash } from "../../keys/hash-keys";

const PREFIX = "zbk_live_";
const CHANCE_BYTES = 32;
const SECRET = /^zbk_live_([A-Za-z0-9_-]{43})([A-Za-z0-9]{6})$/;

export const newClientSecret = (): string => clientSecretOf(randomBytes(CHANCE_BYTES));

/** The secret that these 32 bytes make. */
export function clientSecretOf(chance: Buffer): string {
  const text = chance.toString("base64url");
  return PREFIX + text + checksum(text);
}

/** Whether it could be one that we made. */
export function isClientSecret(text: string): boolean {
  const [, chance, sum] = SECRET.exec(text) ?? [];
  return chance !== undefined && checksum(chance) === sum;
}

/** What is kept of it. The key makes the hash useless to whoever has the tables alone. */
export const clientSecretHash = (secret: string): Buffer => keyedHash("client-secrets", secret);

const BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKSUM_LENGTH = 6;

/** CRC-32 in base 62, as in GitHub's tokens. */
function checksum(text: string): string {
  let left = crc32(text);
  return Array.from({ length: CHECKSUM_LENGTH }, () => {
    const digit = BASE_62[left % BASE_62.length];
    left = Math.floor(left / BASE_62.length);
    return digit;
  })
    .reverse()
    .join("");
}
