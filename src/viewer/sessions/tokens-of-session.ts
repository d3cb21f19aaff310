// What a session gives out: an access token for minutes, and a refresh token that is derived from the session and its
// generation. Nothing of either is stored, and all processes derive the same.
import { keyedHash, matches } from "../../keys/hash-keys";
import { UUID } from "../../database/uuid";

export const ACCESS_TOKEN_SECONDS = 10 * 60;
/** How long a session lives at the most, by who has it. */
export const SESSION_HOURS = { STAFF: 12, PLATFORM_USER: 30 * 24 } as const;

const PREFIX = "zbr";

/** `zbr.SESSION.GENERATION.MAC` */
export const refreshToken = (sessionId: string, generation: number): string =>
  [PREFIX, sessionId, generation, macOf(sessionId, generation)].join(".");

export function readRefreshToken(token: string): { sessionId: string; generation: number } | null {
  const [prefix, sessionId = "", digits = "", mac = "", ...more] = token.slice(0, 200).split(".");
  if (prefix !== PREFIX || more.length || !UUID.test(sessionId) || !/^\d{1,9}$/.test(digits))
    return null;
  const generation = Number(digits);
  const isOurs = matches(Buffer.from(mac), Buffer.from(macOf(sessionId, generation)));
  return isOurs ? { sessionId, generation } : null;
}

/** Compared as it is written: the last letter of Base64 has spellings that decode alike. */
const macOf = (sessionId: string, generation: number) =>
  keyedHash("refresh", sessionId, String(generation)).toString("base64url");
