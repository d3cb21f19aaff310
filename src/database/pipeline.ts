// Any number of statements in one round trip: bind and execute for each, and one Sync, which ends the implicit
// transaction. Statements are named, so that PostgreSQL parses and plans them once for each connection, and says once what
// their columns are.
import { createHash } from "node:crypto";
import { channel } from "node:diagnostics_channel";
import type { ClientBase } from "pg";
import { serialize } from "pg-protocol";
import { prepareValue } from "pg/lib/utils";
import { type Column, columnOf, objectOf } from "./columns";
import type { Statement } from "./sql";
import { answered, beginTrip, endTrip, type Traveller } from "./trips";

export type Result = {
  rows: Record<string, unknown>[];
  /** The same as they came, of a statement that is `asTexts`. */
  texts: (string | null)[][];
  rowCount: number;
};
/** `scope` keeps apart plans made under different roles. Of a quiet statement nobody reads the rows. */
export type Named = Statement & { scope: string; isQuiet?: boolean };

type Wire = {
  on(event: "parseComplete", listener: () => void): void;
  stream: { write(bytes: Buffer): void };
};

/** What a connection knows: the columns of each named statement, the longest unused first; undefined until it was run. */
type Session = {
  known: Map<string, Column[] | undefined>;
  /** Names to be forgotten by the server too, with the next trip. */
  stale: string[];
  /** Names on their way, in the order in which the server will say that it took them. */
  parsing: string[];
  isHeard: boolean;
};

/** Statements that are kept for a connection: each takes some memory of the server's process. */
const KEPT_MAXIMUM = 500;

const sessions = new WeakMap<object, Session>();

function sessionOf(client: object): Session {
  const session = sessions.get(client) ?? {
    ...{ known: new Map<string, Column[]>(), stale: [], parsing: [], isHeard: false },
  };
  sessions.set(client, session);
  return session;
}

/** What is told of each round trip that is sent, to whoever listens. */
export type Sent = { connection: object; statements: readonly Named[] };
export const STATEMENTS = "back-office:statements";
const sent = channel(STATEMENTS);

const DESCRIBE = serialize.describe({ type: "P" });
const EXECUTE = serialize.execute();
const FLUSH = serialize.flush();
const SYNC = serialize.sync();

/** Runs the statements in order; the first error rolls all of them back. Instants are ISO texts in UTC. */
export function runPipeline(
  client: ClientBase,
  statements: readonly Named[],
  who?: Traveller,
): Promise<Result[]> {
  const session = sessionOf(client);
  // Everything that can fail is done before the first byte: a pipeline cut short would never be answered.
  const names = statements.map(nameOf);
  const trip = beginTrip(who, statements);
  const { bytes, parsed } = messagesFor(session, statements, names, trip?.isToldApart);
  if (sent.hasSubscribers) sent.publish({ connection: client, statements } satisfies Sent);
  const results: Result[] = [];
  let at = 0;
  let columns = session.known.get(names[0]!);
  let rows: Result["rows"] = [];
  let texts: Result["texts"] = [];

  return new Promise((resolve, reject) => {
    client.query({
      submit(wire: Wire) {
        if (!session.isHeard) wire.on("parseComplete", () => heard(session));
        session.isHeard = true;
        session.parsing.push(...parsed);
        wire.stream.write(bytes);
        return null;
      },
      handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }) {
        columns = fields.map(columnOf);
        session.known.set(names[at]!, columns);
      },
      handleDataRow({ fields }: { fields: (string | null)[] }) {
        const statement = statements[at]!;
        if (statement.isTexts) texts.push(fields);
        else if (!statement.isQuiet) rows.push(objectOf(columns ?? [], fields));
      },
      handleCommandComplete({ text }: { text: string }) {
        if (!columns) session.known.set(names[at]!, []);
        const rowCount = Number(/\d+$/.exec(text)?.[0] ?? 0);
        results.push({ rows, texts, rowCount });
        if (trip) answered(trip, at, rowCount);
        at += 1;
        columns = session.known.get(names[at]!);
        rows = [];
        texts = [];
      },
      handleEmptyQuery() {},
      handlePortalSuspended() {},
      handleError(error: Error) {
        session.parsing = []; // what came after the error was not taken
        if (trip && who) endTrip(trip, who, true);
        reject(error);
      },
      handleReadyForQuery() {
        if (trip && who) endTrip(trip, who, false);
        resolve(results);
      },
    } as never);
  });
}

function heard({ known, parsing }: Session): void {
  const name = parsing.shift();
  if (name !== undefined && !known.has(name)) known.set(name, undefined);
}

function messagesFor(
  session: Session,
  statements: readonly Named[],
  names: readonly string[],
  isToldApart = false,
) {
  const messages: Buffer[] = [];
  const parsed: string[] = [];
  forgetLongestUnused(session, names);
  for (const name of session.stale.splice(0)) messages.push(serialize.close({ type: "S", name }));
  statements.forEach(({ text, values }, place) => {
    const name = names[place]!;
    if (!session.known.has(name) && !parsed.includes(name)) {
      messages.push(serialize.parse({ text, name }));
      parsed.push(name);
    }
    messages.push(serialize.bind({ statement: name, values: values.map(prepareValue) }));
    if (!session.known.get(name)) messages.push(DESCRIBE);
    messages.push(EXECUTE);
    if (isToldApart) messages.push(FLUSH);
  });
  messages.push(SYNC);
  return { bytes: Buffer.concat(messages), parsed };
}

function forgetLongestUnused({ known, stale }: Session, names: readonly string[]): void {
  for (const name of names) {
    const columns = known.get(name);
    if (!known.delete(name)) continue;
    known.set(name, columns); // so that the order of the map is the order of use
  }
  for (const name of known.keys()) {
    if (known.size + names.length <= KEPT_MAXIMUM || names.includes(name)) return;
    known.delete(name);
    stale.push(name);
  }
}

/** What PostgreSQL says of a named statement whose table has changed under it: forget the names and repeat. */
export function forgetNames(client: ClientBase): void {
  const { known, stale } = sessionOf(client);
  stale.push(...known.keys());
  known.clear();
}

/** Each text is hashed once for each role. */
function nameOf({ scope, text, names }: Named): string {
  const known = names.get(scope);
  if (known) return known;
  const name = createHash("sha256").update(`${scope}\0${text}`).digest("base64url").slice(0, 32);
  names.set(scope, name);
  return name;
}
