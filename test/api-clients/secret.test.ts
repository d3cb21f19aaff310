// What a secret looks like, and that what can't be one of ours is known without asking anybody.
import { clientSecretOf, isClientSecret, newClientSecret } from "../../src/viewer/clients/secret";

test("a secret is a prefix, 256 bits of chance and a checksum", () => {
  const secrets = Array.from({ length: 50 }, newClientSecret);
  for (const secret of secrets) {
    expect(secret).toMatch(/^zbk_live_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}$/);
    expect(isClientSecret(secret)).toBe(true);
  }
  expect(new Set(secrets).size).toBe(50);
});

test("the checksum is the CRC-32 of the 43 characters in base 62, so that scanners can tell", () => {
  // CRC-32 of 43 times «A» is 204 167 558, by zlib of Python
  expect(clientSecretOf(Buffer.alloc(32))).toBe(`zbk_live_${"A".repeat(43)}0DofJ8`);
});

const secret = newClientSecret();
const changed = (at: number) =>
  secret.slice(0, at) + (secret[at] === "A" ? "B" : "A") + secret.slice(at + 1);

test.each([
  ["empty", ""],
  ["without the prefix", secret.slice(9)],
  ["of another prefix", secret.replace("live", "test")],
  ["a character short", secret.slice(0, -1)],
  ["a character long", `${secret}A`],
  ["with a blank behind", `${secret} `],
  ["with a line behind", `${secret}\n`],
  ["with another first character", changed(9)],
  ["with another last character of chance", changed(51)],
  ["with another checksum", changed(57)],
])("a secret %s is none", (_, text) => {
  expect(isClientSecret(text)).toBe(false);
});
