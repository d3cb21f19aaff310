// Rows on their way out, however many: a COPY in the reader's role, as bytes that are held nowhere. A connection whose
// COPY was cut off is closed, so that nobody is given a half-read one.
import { to as copyTo } from "pg-copy-streams";
import { runPipeline } from "./pipeline";
import { type Fragment, withLiterals } from "./sql";
import { type Actor, COMMIT, connectionFor, control, enter } from "./unit-of-work";

/** What a COPY can write. NDJSON takes a query of one column of JSON, which never holds the two signs. */
const FORMATS = {
  CSV: "format csv, header",
  NDJSON: String.raw`format csv, quote e'\x01', delimiter e'\x02'`,
} as const;

/** The bytes of a query's rows; at its end it returns how many rows there were. */
export async function* copyOut(
  actor: Actor,
  query: Fragment,
  format: keyof typeof FORMATS,
): AsyncGenerator<Buffer, number> {
  const client = await connectionFor(actor);
  let isWhole = false;
  try {
    await runPipeline(client, [control("begin read only"), enter(actor, false)]);
    const rows = client.query(
      copyTo(`copy (${withLiterals(query)}) to stdout with (${FORMATS[format]})`, AHEAD),
    );
    yield* inPieces(rows as AsyncIterable<Buffer>);
    await runPipeline(client, [COMMIT]); // answered once the rows are counted
    isWhole = true;
    return rows.rowCount;
  } finally {
    client.release(!isWhole);
  }
}

/** The database writes on while what came before is worked on. */
const AHEAD = { highWaterMark: 4 * 1024 * 1024 };
const PIECE_BYTES = 256 * 1024;

/** Rows come in small chunks, each of which costs what a large one does. */
async function* inPieces(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of rows) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < PIECE_BYTES) continue;
    yield Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
  }
  if (length) yield Buffer.concat(waiting, length);
}
