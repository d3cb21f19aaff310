// A file as rows: read from the store, in UTF-8, record by record, each understood or refused.
import type { Readable } from "node:stream";
import { readFile, type ReadableFile } from "../files/files";
import type { ImportKind, ImportRefusal } from "./batch";
import { refusal } from "./check-row";
import { inUtf8 } from "./file/encoding";
import { linesOf } from "./file/lines";
import { recordsOf } from "./file/records";
import type { Mapping } from "./tools/fields";
import { unmappedStops } from "./tools/recognise";
import { stopIn, type Understood, understand } from "./tools/row";

export type FileToRead = {
  file: ReadableFile;
  encoding: string;
  delimiter: string;
  kind: ImportKind;
  mapping: Mapping;
  confirmedAt: string | null;
};

export type Row = { understood: Understood; cells: readonly string[] };

/** The rows below the first line. `onBytes` is told how many bytes were read so far. */
export async function* rowsOf(
  asked: FileToRead,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Row> {
  const { file, encoding, delimiter, mapping } = asked;
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
    if ("fields" in record) {
      const understood = understand(reading, record.line, record.fields);
      yield { understood, cells: record.fields };
    } else {
      const { line, column, code, reason, cells } = record;
      const stopped = stopIn(reading, line, cells);
      yield { understood: stopped ?? refusal(line, column, code, reason), cells: [] };
    }
  }
}

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
