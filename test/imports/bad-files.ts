// Files as they should not be, and what becomes of each: refused as a whole, or by its rows, or read all the same.

export type BadFile = {
  name: string;
  /** Pieces, so that the largest is never held as a whole. */
  pieces(megabytes: number): Iterable<string | Buffer>;
  /** `refused: CODE`, or `added n, refused n: CODES`. */
  expected: string;
  headers?: Record<string, string>;
};

const HEAD = "Email;Name\n";
const plain = (name: string, text: string | Buffer, expected: string): BadFile => ({
  ...{ name, expected },
  pieces: () => [text],
});
const row = (name: string, more = "") => `${name}@bad-file.example.com;${more || name}\n`;

function* longLine(megabytes: number): Generator<string> {
  yield HEAD + row("before.the.line");
  const piece = "x".repeat(1_000_000);
  for (let n = 0; n < megabytes; n += 1) yield piece;
  yield `\n${row("behind.the.line")}`;
}

function* manyOpenQuotes(): Generator<string> {
  yield HEAD;
  for (let n = 0; n < 20_000; n += 1) yield `"open${n}@bad-file.example.com;Open\n`;
}

export const BAD_FILES: readonly BadFile[] = [
  plain(
    "UTF-16 with a mark",
    Buffer.from(`\ufeff${HEAD}${row("wide", "Wïde Nåme")}`, "utf16le"),
    "added 1, refused 0",
  ),
  plain(
    "semicolons, and numbers with decimal commas",
    `Email;Name;Score\nscore@bad-file.example.com;Score;1,5\n`,
    "added 1, refused 0",
  ),
  plain(
    "windows-1252",
    Buffer.from(`${HEAD}${row("latin", "J\u00f6rg M\u00fcller")}`, "latin1"),
    "added 1, refused 0",
  ),
  plain(
    "a quote that is not closed at the end",
    `${HEAD}${row("closed")}"open@bad-file.example.com;Open`,
    "added 1, refused 1: INVALID",
  ),
  {
    name: "20,000 quotes that are not closed",
    pieces: manyOpenQuotes,
    expected: "added 0, refused 20000: INVALID",
  },
  plain("a million columns", `Email${";x".repeat(1_000_000)}\n`, "refused: TOO_LONG"),
  { name: "a line of a gigabyte", pieces: longLine, expected: "added 2, refused 1: TOO_LONG" },
  plain("two columns of one name", "Email;Name;email\na;b;c\n", "refused: DUPLICATE"),
  plain(
    "a NUL in a row",
    `${HEAD}${row("nul", "A\u0000B")}${row("fine")}`,
    "added 1, refused 1: INVALID",
  ),
  plain("formulas", `${HEAD}${row("formula", '"=HYPERLINK(""x"")"')}`, "added 1, refused 0"),
  plain("nothing at all", "", "refused: REQUIRED"),
  plain("names of columns alone", HEAD, "refused: REQUIRED"),
  plain("no names of columns", row("somebody"), "refused: REQUIRED"),
  plain("a ZIP called .csv", Buffer.from("504b03041400000008", "hex"), "refused: INVALID"),
  plain(
    "an Excel file of old called .csv",
    Buffer.from("d0cf11e0a1b11ae100", "hex"),
    "refused: INVALID",
  ),
  plain("gzip called .csv", Buffer.from("1f8b0800000000", "hex"), "refused: INVALID"),
  {
    ...plain(
      "a file that changed while it was sent",
      `${HEAD}${row("changed")}`,
      "refused: BAD_REQUEST",
    ),
    headers: { "content-digest": `sha-256=:${"A".repeat(43)}=:` },
  },
];
