// One-time links and challenges: a token is its row's identifier and a keyed hash of it, made again whenever it is
// needed. Nothing is stored that would open a door, and a job can write the link from an identifier alone.
import type { Audience } from "../audience";
import { UUID } from "../../database/uuid";
import { keyedHash, matches } from "../../keys/hash-keys";

export type LinkKind =
  | "CHALLENGE"
  | "USER_INVITATION"
  | "STAFF_INVITATION"
  | "PASSWORD_RESET"
  | "SESSION"
  | `DOWNLOAD ${Audience}`;

type Link = {
  id: string;
  /** Counts how often the link was made anew; only the latest opens. */
  generation?: number;
  /** A second identifier that the link is bound to. */
  of?: string;
  /** A third, beside the second. */
  within?: string;
};

export function linkToken(kind: LinkKind, { id, generation = 1, of, within }: Link): string {
  const parts = [id, String(generation), ...(of ? [of] : []), ...(of && within ? [within] : [])];
  return [...parts, macOf(kind, parts)].join(".");
}

/** What a token of this kind stands for, or null for anything that we did not make. */
export function readLinkToken(kind: LinkKind, token: string): Required<Link> | null {
  const parts = token.slice(0, 300).split(".");
  const mac = parts.pop() ?? "";
  const [id = "", generation = "", of = "", within = ""] = parts;
  const isWellFormed =
    UUID.test(id) &&
    /^\d{1,9}$/.test(generation) &&
    [of, within].every((each) => each === "" || UUID.test(each));
  if (!isWellFormed || parts.length > 4) return null;
  if (!matches(Buffer.from(mac), Buffer.from(macOf(kind, parts)))) return null;
  return { id, generation: Number(generation), of, within };
}

/** Compared as it is written: the last letter of Base64 has spellings that decode alike. */
const macOf = (kind: LinkKind, parts: readonly string[]) =>
  keyedHash("links", kind, ...parts).toString("base64url");
