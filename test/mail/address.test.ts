// One rule for e-mail addresses.
import { addressAsGiven, canonicalAddress } from "../../src/mail/address";

test.each([
  ["Ann@Example.com", "ann@example.com"],
  ["  ann@example.com.  ", "ann@example.com"],
  ["ann@bücher.example.org", "ann@xn--bcher-kva.example.org"],
  ["ann@BÜCHER.example.org", "ann@xn--bcher-kva.example.org"],
  ["a\u200bnn@exam\u00adple.com", "ann@example.com"],
  ["zoe\u0308@example.com", "zoë@example.com"],
  ["\uff41\uff4e\uff4e\uff20\uff45xample.com", "ann@example.com"],
  ["a\ufe0fn\u3164n\u2800@example.com", "ann@example.com"],
  ["je\u017fs@example.com", "jess@example.com"],
  ["a.n.n+tag@example.com", "a.n.n+tag@example.com"],
  ["o'neill@example.co.uk", "o'neill@example.co.uk"],
])("%j is %s", (given, canonical) => expect(canonicalAddress(given)).toBe(canonical));

test.each([
  ...[
    "",
    "ann",
    "@example.com",
    "ann@",
    "ann@localhost",
    "ann@@example.com",
    "a@b@example.com",
    "ann @example.com",
  ],
  ...[
    '"ann b"@example.com',
    "ann@[127.0.0.1]",
    "ann@exa mple.com",
    ".ann@example.com",
    "an..n@example.com",
    "ann.@example.com",
  ],
  ...[
    "ann@-example.com",
    "ann\u0000@example.com",
    "ann\r\nbcc:x@example.com",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(250)}.com`,
  ],
  ...[
    "ann@example.com?subject=x",
    "ann@example.com/x",
    "ann@example.com#x",
    "ann@example.com\\x",
    "ann@ex%61mple.com",
    "ann@exam\tple.com",
  ],
])("%j is no address", (given) => expect(canonicalAddress(given)).toBeNull());

test("an address typed in letters of another width is kept so that mail reaches it", () => {
  expect(addressAsGiven(" \uff21nn\uff20Example.com\u200b")).toBe("Ann@Example.com");
});
