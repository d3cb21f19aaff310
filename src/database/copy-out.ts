// Rows on their way out, however many: a COPY in the reader's role, as bytes that are held nowhere. A connection whose
// COPY was cut off is closed, so that nobody is given a half-read one.
import { CopyReader } from "./copy-reader";
import { runPipeline } from "./pipeline";
import { type Fragment, withLiterals } from "./sql";
import { type Actor, COMMIT, connectionFor, control, enter } from "./unit-of-work";

/** What a COPY can write. NDJSON takes a query of one column of JSON, which never holds the two signs. */
const FORMATS = {
  CSV: { written: "format csv, header", headers: 1 },
  NDJSON: { written: String.raw`format csv, quote e'\x01', delimiter e'\x02'`, headers: 0 },
} as const;

/** The bytes of a query's rows. `counted` says how many rows they are so far. */
export async function* copyOut(
  actor: Actor,
  query: Fragment,
  format: keyof typeof FORMATS,
  counted: { rows: number },
): AsyncGenerator<Buffer> {
  const client = await connectionFor(actor);
  let isWhole = false;
  try {
    await runPipeline(client, [control("begin read only"), enter(actor, false)]);
    const { written, headers } = FORMATS[format];
    const rows = new CopyReader(`copy (${withLiterals(query)}) to stdout with (${written})`);
    client.query(rows);
    for await (const bytes of rows as AsyncIterable<Buffer>) {
      counted.rows = rows.messages - headers;
      yield bytes;
    }
    counted.rows = rows.rowCount;
    await runPipeline(client, [COMMIT]);
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
}
