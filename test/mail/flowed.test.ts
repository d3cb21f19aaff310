// Text flows on any screen, and reads as it was written.
import { flowed } from "../../src/mail/flowed";

/** As a mail program joins it (RFC 3676 §4.1, without DelSp). */
const unflowed = (text: string) =>
  text
    .split("\r\n")
    .map((line) => line.replace(/^ /, ""))
    .reduce((read, line) => read + line + (line.endsWith(" ") && line !== "-- " ? "" : "\n"), "")
    .slice(0, -1);

const LONG = `${"fulfilment ".repeat(20)}ends. ${"x".repeat(300)} https://example.com/${"y".repeat(90)}`;

test("no line is longer than 72 characters, but for a word that is", () => {
  const lines = flowed(LONG).split("\r\n");
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines.filter((each) => !/x{300}|y{90}/.test(each)))
    expect(line.trimEnd().length).toBeLessThanOrEqual(72);
});

test.each([
  ["long", LONG],
  ["two paragraphs", "One.\n\nTwo."],
  ["leading blanks", "  indented\n said"],
  ["a quotation sign", "> not quoted"],
  ["an mbox separator", "From here on"],
  ["wide gaps", `a  b   ${"word  ".repeat(40)}z`],
  ["a signature", "Bye\n-- \nZendbox"],
  ["nothing", ""],
])("%s reads as it was written", (_, text) => expect(unflowed(flowed(text))).toBe(text));

test("blanks at a line's end, which would join it with the next, are dropped", () =>
  expect(flowed("one  \r\ntwo\rthree")).toBe("one\r\ntwo\r\nthree"));
