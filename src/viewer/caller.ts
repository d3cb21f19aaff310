// Where a request comes from, as far as it can't be talked about: the network of its address. And what only a browser
// brings and takes: the cookie that keeps a session.
import { isIP, isIPv6 } from "node:net";

export type Caller = {
  /** The address itself, where it is one. */
  address: string | null;
  /** The address's network: what one person can't change at will. */
  network: string;
  /** What the browser or app says of itself, for the person's own list of sessions. */
  device: string | null;
  /** The refresh token in the session's cookie. */
  keptToken: string | null;
  /** Set by a verb: the token to keep, or "" to forget it. */
  keep?: string;
};

/** Without a zone, and IPv4 within IPv6 as IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");

export const addressOf = (given: string): string | null =>
  isIP(plain(given)) ? plain(given) : null;

/** 203.0.113.9 → 203.0.113.0/24; 2001:db8:1:2::9 → 2001:db8:1:2::/64. */
export function networkOf(given: string): string {
  const address = plain(given);
  if (!isIPv6(address)) return `${address.split(".").slice(0, 3).join(".")}.0/24`;
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  const groups = [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}

const COOKIE = "__Host-session";
const COOKIE_DAYS = 30;
const DAY_SECONDS = 24 * 60 * 60;

export function keptTokenIn(cookieHeader: string | undefined): string | null {
  const pairs = (cookieHeader ?? "").split(";").map((pair) => pair.trim());
  const pair = pairs.find((each) => each.startsWith(`${COOKIE}=`));
  return pair ? pair.slice(COOKIE.length + 1) : null;
}

/** Seen by no script, sent by no other site, kept for this host alone (RFC 6265bis §4.1.3.2). */
export const cookieFor = (token: string): string =>
  [
    `${COOKIE}=${token}`,
    "Path=/",
    "Secure",
    "HttpOnly",
    "SameSite=Strict",
    `Max-Age=${token === "" ? 0 : COOKIE_DAYS * DAY_SECONDS}`,
  ].join("; ");
