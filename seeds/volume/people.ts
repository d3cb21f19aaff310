// Invented people by number: the same number is the same person. Every address stands on an example domain.
import { addressColumns } from "../records";
import { COMPANIES, FIRST_NAMES, LAST_NAMES } from "../world-lists";

const DOMAINS = 997;
const mixed = (n: number, salt: number) => Math.imul(n + salt, 0x9e3779b1) >>> 0;
const oneOf = (names: readonly string[], n: number, salt: number) =>
  names[mixed(n, salt) % names.length]!;
const inAscii = (name: string) =>
  name
    .normalize("NFD")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();

export function personOf(n: number, series: string) {
  const [first, last] = [oneOf(FIRST_NAMES, n, 1), oneOf(LAST_NAMES, n, 2)];
  const address = `${inAscii(first)}.${inAscii(last)}.${n}@${series}-${mixed(n, 3) % DOMAINS}.example.com`;
  return { name: `${first} ${last}`, ...addressColumns(address) };
}

export const companyOf = (n: number) => `${oneOf(COMPANIES, n, 4)} ${n}`;
