// E-mail addresses of fictional people, on example domains only (RFC 2606), with the columns made from them.
import { canonicalAddress } from "../src/mail/address";
import { addressHash } from "../src/mail/address-hash";
import type { Random } from "./random";

/** The three columns of an address; its hash as PostgreSQL reads a bytea. */
export function addressColumns(emailAddress: string) {
  const emailCanonical = canonicalAddress(emailAddress);
  if (emailCanonical === null) throw new Error(`The story has no such address: ${emailAddress}`);
  return { emailAddress, emailCanonical, emailHash: hashText(emailCanonical) };
}

export const hashText = (canonical: string) => `\\x${addressHash(canonical).toString("hex")}`;

/** Most write their address plainly; some with capitals, a tag or the letters of their own name. */
export function addressOf(random: Random, name: string, domain: string): string {
  const [given = "", family = ""] = name.split(" ");
  const style = random.fraction();
  if (style < 0.05) return `${given}.${family}@${domain}`.toLowerCase();
  const [g, f] = [plainLetters(given), plainLetters(family)];
  if (style < 0.12) return `${g}.${f}@${domain}`;
  if (style < 0.16) return `${g}.${f}+zendbox@${domain}`.toLowerCase();
  if (style < 0.26) return `${g[0]}.${f}@${domain}`.toLowerCase();
  return `${g}.${f}@${domain}`.toLowerCase();
}

/** «harbour-finch» of «Harbour & Finch». */
export const domainLabel = (company: string) =>
  plainLetters(company)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const WRITTEN_OUT: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ö: "Oe",
  ß: "ss",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
};

const plainLetters = (text: string) =>
  text
    .replace(/[äöüÖßøØłŁ]/g, (letter) => WRITTEN_OUT[letter]!)
    .normalize("NFD")
    .replace(/[\u0300-\u036f’]/g, "");
