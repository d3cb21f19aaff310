// A file as rows: read from the store, in UTF-8, record by record, each understood or refused.
import type { Readable } from "node:stream";
import { readFile, type ReadableFile } from "../files/files";
import type { ImportKind, ImportRefusal } from "./batch";
import { refusal } from "./check-row";
import { inUtf8 } from "./file/encoding";
import { linesOf } from "./file/lines";
import { type BrokenLine, recordsOf } from "./file/records";
import type { Mends } from "./mends";
import type { Mapping } from "./tools/fields";
import { mended, type ReadRow } from "./tools/mended";
import { unmappedStops } from "./tools/recognise";
import { stopIn, type Understood, understand } from "./tools/row";

export type FileToRead = {
  file: ReadableFile;
  encoding: string;
  delimiter: string;
  kind: ImportKind;
  mapping: Mapping;
  confirmedAt: string | null;
  /** Rows that somebody mended, by their numbers. */
  mends: Mends;
};

/** `asWritten`: of a row that was mended, what it is in the file. A broken line has no cells. */
export type Row = ReadRow & { asWritten?: ReadRow };

/** The rows below the first line. `onBytes` is told how many bytes were read so far. */
export async function* rowsOf(
  asked: FileToRead,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Row> {
  const { file, encoding, delimiter, mapping, mends } = asked;
  const mapped = new Set(Object.values(mapping));
  const source = counted(await readFile(file), onBytes);
  const records = recordsOf(linesOf(inUtf8(source, encoding)), {
    delimiter,
    isFreeText: (_, index) => !mapped.has(index),
  });
  const first = await records.next();
  const columns = !first.done && "fields" in first.value ? first.value.fields : [];
  const reading = { ...asked, unmappedStops: unmappedStops(columns, mapping) };
  for await (const record of records) {
    const isWhole = "fields" in record;
    const written = isWhole ? record.fields : record.cells;
    const row: ReadRow = isWhole
      ? { understood: understand(reading, record.line, written), cells: written }
      : { understood: stopIn(reading, record.line, written) ?? refusalOf(record), cells: [] };
    const mend = mends.get(record.line);
    yield mend ? { ...mended(reading, row, written, mend), asWritten: row } : row;
  }
}

const refusalOf = ({ line, column, code, reason }: BrokenLine) =>
  refusal(line, column, code, reason);

async function* counted(stream: Readable, onBytes: (bytes: number) => void) {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
}

export const isRefusal = (understood: Understood): understood is ImportRefusal =>
  "code" in understood;
