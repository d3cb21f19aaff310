// The rows of a COPY, taken off the wire from between the messages that are pg's: to make an object of each row, as pg and
// the usual streams do, costs more than to encrypt and write it.
import { type Duplex, Readable } from "node:stream";
import type { Connection, Submittable } from "pg";

/** PostgreSQL, Frontend/Backend Protocol, Message Formats: type, length without the type, bytes. */
const COPY_DATA = "d".charCodeAt(0);
const HEADER_BYTES = 5;
/** The database writes on while what came before is worked on. */
const AHEAD_BYTES = 4 * 1024 * 1024;

type Listener = (bytes: Buffer) => void;

/** A stream of the bytes that `copy … to stdout` answers, to be given to a client's `query`. */
export class CopyReader extends Readable implements Submittable {
  /** Messages that came so far: one for each row, and one for a header. */
  messages = 0;
  /** Rows, as the database counted them at the end. */
  rowCount = 0;
  #socket: Duplex | null = null;
  #toPg: Listener = () => undefined;
  /** What the last chunk held of a header that goes on in the next. */
  #begun: Buffer | null = null;
  #isRow = false;
  #bytesLeft = 0;

  constructor(readonly text: string) {
    super({ highWaterMark: AHEAD_BYTES });
  }

  submit(connection: Connection): void {
    const { stream } = connection;
    const [toPg, ...others] = stream.listeners("data") as Listener[];
    if (!toPg || others.length) throw new Error("This connection is read by somebody else.");
    stream.off("data", toPg).on("data", this.#take);
    this.#socket = stream;
    this.#toPg = toPg;
    connection.query(this.text);
  }

  override _read(): void {
    this.#socket?.resume();
  }

  /** Rows are moved together in the chunk that brought them. */
  #take = (chunk: Buffer): void => {
    const bytes = this.#begun ? Buffer.concat([this.#begun, chunk]) : chunk;
    this.#begun = null;
    let at = 0;
    let rowsFrom = 0;
    let rowsTo = 0;
    while (at < bytes.length) {
      if (this.#bytesLeft === 0) {
        if (bytes.length - at < HEADER_BYTES) {
          this.#begun = bytes.subarray(at);
          break;
        }
        this.#isRow = bytes[at] === COPY_DATA;
        this.#bytesLeft = bytes.readUInt32BE(at + 1) + 1;
        if (this.#isRow) {
          this.messages += 1;
          this.#bytesLeft -= HEADER_BYTES;
          at += HEADER_BYTES;
        }
      }
      const end = Math.min(at + this.#bytesLeft, bytes.length);
      this.#bytesLeft -= end - at;
      if (this.#isRow) {
        bytes.copyWithin(rowsTo, at, end);
        rowsTo += end - at;
      } else {
        this.#give(bytes.subarray(rowsFrom, rowsTo));
        this.#toPg(bytes.subarray(at, end));
        rowsFrom = rowsTo = end;
      }
      at = end;
    }
    this.#give(bytes.subarray(rowsFrom, rowsTo));
  };

  #give(rows: Buffer): void {
    if (rows.length && !this.push(rows)) this.#socket?.pause();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rowCount = Number(/\d+$/.exec(text)?.[0]);
  }

  handleReadyForQuery(): void {
    this.#leave();
    this.push(null);
  }

  handleError(error: Error): void {
    this.#leave();
    this.destroy(error);
  }

  #leave(): void {
    this.#socket?.off("data", this.#take).on("data", this.#toPg).resume();
    this.#socket = null;
  }
}
