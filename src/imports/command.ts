// `npm run import`: a mailing list's export, read line by line and sent in batches to the API like any other client
// would. What can't be brought in is told row by row in a file; the rest is in.
import { createReadStream } from "node:fs";
import { canonicalAddress } from "../mail/address";
import type { ImportRefusal } from "./batch";
import { columnOf, columnsFor, rowIn } from "./file/audience-export";
import { type Batch, emptyBatch, isFull, put } from "./file/batches";
import { type ErrorFile, openErrorFile } from "./file/error-file";
import { linesOf } from "./file/lines";
import { HELP, type Options, optionsIn } from "./file/options";
import { delimiterIn } from "./file/header";
import { type CsvRecord, recordsOf, type RowError } from "./file/records";
import { seenAddresses } from "./file/seen-addresses";
import { CannotImport, send } from "./file/send";

type Row = Exclude<ReturnType<typeof rowIn>, RowError>;
type Counts = { added: number; changed: number; unchanged: number; refused: number };

const PROGRESS_MILLISECONDS = 1_000;

export async function runImport(args: string[]): Promise<number> {
  const startedAt = Date.now();
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  try {
    const options = optionsIn(args);
    if (!options) {
      process.stdout.write(HELP);
      return 0;
    }
    await importFile(options, counts, progress(counts));
    process.stdout.write(lastLine(counts, startedAt));
    return 0;
  } catch (error) {
    if (!(error instanceof CannotImport)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (Object.values(counts).some(Boolean)) process.stdout.write(lastLine(counts, startedAt));
    return 1;
  }
}

async function importFile(options: Options, counts: Counts, report: (line: number) => void) {
  const delimiter = await delimiterOf(options.file);
  const records = recordsOf(linesOf(piecesOf(options.file)), { delimiter });
  const places = await placesIn(records, options.kind);
  const errors = await openErrorFile(options.errors);
  try {
    await importRecords(records, places, options, errors, counts, report);
  } finally {
    await errors.close();
  }
}

async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotImport(`The file can't be read (${code ?? "unknown"}): ${file}`);
  }
}

/** By its beginning, in which the first line is. */
async function delimiterOf(file: string): Promise<string> {
  for await (const piece of piecesOf(file)) return delimiterIn(piece.toString());
  return ",";
}

/** The first line, which must name the columns before anything is sent. */
async function placesIn(records: AsyncIterator<CsvRecord | RowError, void>, kind: Options["kind"]) {
  const first = await records.next();
  const header = first.done ? null : first.value;
  if (!header) throw new CannotImport("The file is empty: its first line must name the columns.");
  if (!("fields" in header))
    throw new CannotImport(`The first line, which names the columns, is broken: ${header.reason}`);
  const { places, missing } = columnsFor(kind, header.fields);
  if (missing.length)
    throw new CannotImport(
      `The file lacks columns: ${missing.join(", ")}. Export it from Mailchimp anew, or send it in the console, where any column is chosen.`,
    );
  return places;
}

async function importRecords(
  records: AsyncIterable<CsvRecord | RowError>,
  places: ReadonlyMap<string, number>,
  options: Options,
  errors: ErrorFile,
  counts: Counts,
  report: (line: number) => void,
): Promise<void> {
  const { kind, source, wording } = options;
  const seen = seenAddresses();
  let batch: Batch<Row> = emptyBatch();

  const refuse = async (...found: RowError[]) => {
    counts.refused += found.length;
    await errors.write(found);
  };
  const sendBatch = async () => {
    const { rows } = batch;
    const last = rows.at(-1);
    if (!last) return;
    const payload = await send(options, { input: { kind, rows, source, wording } });
    counts.added += payload.added;
    counts.changed += payload.changed;
    counts.unchanged += payload.unchanged;
    await refuse(...payload.refused.map(errorOf));
    const refused = new Set(payload.refused.map(({ row }) => row));
    for (const { row, emailAddress, name } of rows) {
      const canonical = canonicalAddress(emailAddress);
      if (canonical && !refused.has(row)) seen.add(canonical, name);
    }
    batch = emptyBatch();
    report(last.row);
  };

  for await (const record of records) {
    const row = "fields" in record ? rowIn(kind, places, record) : record;
    if ("code" in row) {
      await refuse(row);
      continue;
    }
    if (isFull(batch, row)) await sendBatch();
    const canonical = canonicalAddress(row.emailAddress);
    if (canonical && seen.hasOtherName(canonical, row.name)) await refuse(duplicate(row));
    else put(batch, row);
  }
  await sendBatch();
}

const errorOf = ({ row, column, code, message }: ImportRefusal): RowError => ({
  ...{ line: row, column: columnOf(column), code, reason: message },
});

const duplicate = ({ row }: Row): RowError => ({
  ...{ line: row, column: columnOf("emailAddress"), code: "DUPLICATE" },
  reason: "An earlier row has this address with another name. The earlier one counts.",
});

function progress(counts: Counts): (line: number) => void {
  let saidAt = Date.now();
  return (line) => {
    if (Date.now() - saidAt < PROGRESS_MILLISECONDS) return;
    saidAt = Date.now();
    process.stderr.write(`line ${line}: ${counts.added} added, ${counts.refused} refused so far\n`);
  };
}

function lastLine({ added, changed, unchanged, refused }: Counts, startedAt: number): string {
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
  return `added ${added}, changed ${changed}, unchanged ${unchanged}, refused ${refused}, ${seconds} seconds, peak memory ${peak} MiB\n`;
}

if (require.main === module) {
  runImport(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
