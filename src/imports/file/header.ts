// The beginning of a file: whether it is a table at all, how it is written, and the names of its columns.
import type { ErrorCode } from "../../graphql/error-code";
import { encodingOf, inUtf8 } from "./encoding";
import { linesOf } from "./lines";
import { type CsvRecord, recordsOf, type RowError } from "./records";

export const COLUMNS_MAXIMUM = 200;
/** Characters of all names together. */
const NAMES_MAXIMUM = 16_384;
/** What is looked at to find the encoding, in bytes. */
const BEGINNING_BYTES = 64 * 1024;

export type Table = { encoding: string; delimiter: string; columns: string[] };

/** The file as a whole won't do. Its message is for people. */
export class UnfitFile extends Error {
  override name = "UnfitFile";
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export async function tableIn(source: AsyncIterable<Buffer>): Promise<Table> {
  const beginning = await beginningOf(source);
  refuseOtherThings(beginning);
  const encoding = encodingOf(beginning);
  const text = await textOf(beginning, encoding);
  if (!text.trim()) throw new UnfitFile("REQUIRED", "The file is empty.");
  const delimiter = delimiterIn(text);
  const [columns, hasRows] = await columnsIn(Buffer.from(text), delimiter);
  refuseUnfit(columns);
  if (!hasRows && beginning.length < BEGINNING_BYTES)
    throw new UnfitFile("REQUIRED", "The file names its columns and has no row below.");
  return { encoding, delimiter, columns };
}

async function beginningOf(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= BEGINNING_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, BEGINNING_BYTES);
}

const OTHER_THINGS: [string, string][] = [
  ["504b0304", "This is a ZIP or Excel file. Save its sheet as CSV, and send that."],
  ["d0cf11e0", "This is an Excel file. Save its sheet as CSV, and send that."],
  ["1f8b", "This file is compressed. Unpack it first."],
  ["25504446", "This is a PDF. Export the contacts as CSV."],
];

function refuseOtherThings(beginning: Buffer): void {
  const signature = beginning.subarray(0, 4).toString("hex");
  const found = OTHER_THINGS.find(([sign]) => signature.startsWith(sign));
  if (found) throw new UnfitFile("INVALID", found[1]);
}

async function textOf(beginning: Buffer, encoding: string): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of inUtf8(only(beginning), encoding)) pieces.push(piece);
  return Buffer.concat(pieces)
    .toString()
    .replace(/^\ufeff/, "");
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const DELIMITERS = [",", ";", "\t", "|"];

/** What stands most often in the first line, outside quotes. */
export function delimiterIn(text: string): string {
  const plain = text.replace(/"(?:[^"]|"")*"/g, "").split(/\r?\n/, 1)[0] ?? "";
  const counts = DELIMITERS.map((delimiter) => plain.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The names, and whether anything follows them. */
async function columnsIn(text: Buffer, delimiter: string): Promise<[string[], boolean]> {
  const records = recordsOf(linesOf(only(text)), { delimiter });
  const first = await records.next();
  const record: CsvRecord | RowError | undefined = first.done ? undefined : first.value;
  if (!record) throw new UnfitFile("REQUIRED", "The file is empty.");
  if ("fields" in record)
    return [record.fields.map((name) => name.trim()), !(await records.next()).done];
  throw new UnfitFile(
    record.code,
    `The first line, which names the columns, is broken: ${record.reason}`,
  );
}

function refuseUnfit(columns: string[]): void {
  if (columns.length > COLUMNS_MAXIMUM)
    throw new UnfitFile(
      "TOO_LONG",
      `The file has ${columns.length} columns; ${COLUMNS_MAXIMUM} are read at most.`,
    );
  if (columns.join("").length > NAMES_MAXIMUM)
    throw new UnfitFile(
      "TOO_LONG",
      `The names of the columns have more than ${NAMES_MAXIMUM} characters together. Shorten them.`,
    );
  const named = columns.map((name) => name.toLowerCase()).filter(Boolean);
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  if (twice) throw new UnfitFile("DUPLICATE", "Two columns have one name. Rename one of them.");
  if (columns.some((name) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name)))
    throw new UnfitFile("REQUIRED", "The first line must name the columns; it has an address.");
  if (!named.length) throw new UnfitFile("REQUIRED", "The first line must name the columns.");
}
