// Lines as records of a CSV file (RFC 4180). A broken line is told and the next one read: a quote that is never
// closed would else swallow the rest of the file. So a record over several lines must come out whole, with line
// breaks in columns of free text alone; if not, its first line is the broken one.
import { isUtf8 } from "node:buffer";
import { type CsvError, parse } from "csv-parse/sync";
import type { ErrorCode } from "../../graphql/error-code";
import { type Line, LINE_BYTES_MAXIMUM } from "./lines";

export type CsvRecord = { line: number; fields: string[] };
export type RowError = { line: number; column: string | null; code: ErrorCode; reason: string };
/** `cells`: what it seems to hold, as far as that can be told. */
export type BrokenLine = RowError & { cells: readonly string[] };

/** Lines that one record may take; what is longer has an open quote. */
const LINES_MAXIMUM = 200;

export type Reading = {
  delimiter?: string;
  /** Whether people write what they like in this column, line breaks too. */
  isFreeText?(column: string, index: number): boolean;
};
const MAILCHIMPS_FREE_TEXT = ["NOTES", "TAGS"];
const usual = (column: string) => MAILCHIMPS_FREE_TEXT.includes(column.trim().toUpperCase());

/** The records, with an error in the place of each broken line. The first record names the columns. */
export async function* recordsOf(
  pieces: AsyncIterable<Line[]>,
  { delimiter = ",", isFreeText = usual }: Reading = {},
): AsyncGenerator<CsvRecord | BrokenLine, void> {
  const how = { delimiter, isFreeText };
  const lines = readerOf(pieces);
  let columns: string[] | null = null;
  try {
    for (let first = await lines.next(); first; first = await lines.next()) {
      if (isBlank(first.bytes)) continue;
      const span = [first, ...(await continuation(first, lines))];
      let read = recordIn(span, columns, how);
      if (!("fields" in read) && span.length > 1) {
        lines.putBack(span.slice(1));
        read = together(recordIn([first], columns, how), read);
      }
      if ("fields" in read) columns ??= read.fields;
      yield read;
      if (!columns) return;
    }
  } finally {
    await lines.close();
  }
}

/** The fault is told of the line alone; over several lines it may have held more. */
const together = (alone: CsvRecord | BrokenLine, { cells }: BrokenLine) =>
  "fields" in alone || cells.length === 0 ? alone : { ...alone, cells };

type Reader = {
  next(): Promise<Line | null>;
  putBack(lines: Line[]): void;
  /** Whoever reads no further lets go of the file. */
  close(): Promise<void>;
};

function readerOf(pieces: AsyncIterable<Line[]>): Reader {
  const source = pieces[Symbol.asyncIterator]();
  let waiting: Line[] = [];
  let at = 0;
  return {
    async next() {
      while (at === waiting.length) {
        const piece = await source.next();
        if (piece.done) return null;
        waiting = piece.value;
        at = 0;
      }
      return waiting[at++]!;
    },
    close: async () => void (await source.return?.()),
    putBack(lines) {
      if (!lines.length) return;
      waiting = [...lines, ...waiting.slice(at)];
      at = 0;
    },
  };
}

/** What follows a line with an open quote, up to the line that closes it. */
async function continuation(first: Line, lines: Reader): Promise<Line[]> {
  const more: Line[] = [];
  let isOpen = hasOddQuotes(first.bytes);
  let length = first.bytes.length;
  while (isOpen && more.length < LINES_MAXIMUM && length <= LINE_BYTES_MAXIMUM) {
    const line = await lines.next();
    if (!line) break;
    more.push(line);
    length += line.bytes.length;
    if (hasOddQuotes(line.bytes)) isOpen = false;
  }
  return more;
}

const QUOTE = 0x22;
function hasOddQuotes(bytes: Buffer): boolean {
  let isOdd = false;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) isOdd = !isOdd;
  return isOdd;
}

const isBlank = (bytes: Buffer) => bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0d);

function recordIn(
  span: Line[],
  columns: string[] | null,
  { delimiter, isFreeText }: Required<Reading>,
): CsvRecord | BrokenLine {
  const line = span[0]!.number;
  if (span.some(({ isTooLong }) => isTooLong))
    return { line, column: null, code: "TOO_LONG", reason: LINE_TOO_LONG, cells: [] };
  const bytes = span.length === 1 ? span[0]!.bytes : joined(span);
  const text = bytes.toString("utf8");
  const fields = fieldsIn(text, delimiter);
  const broken = (column: string | null, reason: string) => {
    const cells = Array.isArray(fields) ? fields : text.split(delimiter);
    const isLikely = span.length === 1 || cells.length === columns?.length;
    return { line, column, code: "INVALID", reason, cells: isLikely ? cells : [] } as const;
  };
  const columnWith = (sign: string) => columnHolding(sign, fields, columns);
  if (!isUtf8(bytes)) return broken(columnWith("\ufffd"), "The text is not valid UTF-8.");
  if (text.includes("\0")) return broken(columnWith("\0"), "The text has a NUL character.");
  if (!Array.isArray(fields))
    return broken(columns?.[fields.column] ?? null, QUOTE_REASONS[fields.reason]);
  if (!columns) return { line, fields };
  const unclosed = span.length > 1 ? columnOpened(fields, columns, isFreeText) : null;
  if (unclosed) return broken(unclosed, QUOTE_REASONS.OPEN);
  if (fields.length !== columns.length)
    return broken(
      null,
      `The line has ${fields.length} columns; the first line names ${columns.length}.`,
    );
  return { line, fields };
}

const LINE_TOO_LONG = "The line is longer than 64 KiB.";

const joined = (span: Line[]) =>
  Buffer.concat(span.flatMap(({ bytes }, index) => (index ? [LINE_BREAK, bytes] : [bytes])));
const LINE_BREAK = Buffer.from("\n");

/** The first column that goes over a line break and holds no free text. */
const columnOpened = (
  fields: string[],
  columns: string[],
  isFreeText: Required<Reading>["isFreeText"],
) =>
  columns.find((column, index) => fields[index]?.includes("\n") && !isFreeText(column, index)) ??
  null;

const QUOTE_REASONS = {
  OPEN: "A quote is opened and not closed.",
  MISPLACED: "A quote stands inside a field; it must be doubled, and the field be in quotes.",
} as const;

type Misquoted = { column: number; reason: keyof typeof QUOTE_REASONS };

function fieldsIn(lines: string, delimiter: string): string[] | Misquoted {
  const text = lines.replace(/\r$/, "");
  // without a quote there is nothing to parse
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const records = parse(text, {
      ...{ delimiter, relax_column_count: true },
      record_delimiter: ["\n", "\r\n"],
    });
    return records.length === 1 ? records[0]! : { column: -1, reason: "MISPLACED" };
  } catch (error) {
    const { code, column } = error as CsvError & { column?: unknown };
    return {
      column: typeof column === "number" ? column : -1,
      reason: code === "CSV_QUOTE_NOT_CLOSED" ? "OPEN" : "MISPLACED",
    };
  }
}

/** Where a sign stands that no line may have. */
function columnHolding(
  sign: string,
  fields: string[] | Misquoted,
  columns: string[] | null,
): string | null {
  if (!Array.isArray(fields)) return null;
  return columns?.[fields.findIndex((field) => field.includes(sign))] ?? null;
}
