// Any number of statements in one round trip: parse, bind, describe and execute for each, and one Sync, which
// ends the implicit transaction. Statements are named, so that PostgreSQL plans them once for each connection.
import { createHash } from "node:crypto";
import { type ClientBase, types } from "pg";
import { prepareValue } from "pg/lib/utils";
import type { Statement } from "./sql";

export type Result = { rows: Record<string, unknown>[]; rowCount: number };
/** `scope` keeps apart plans made under different roles. */
export type Named = Statement & { scope: string };

type Field = { name: string; dataTypeID: number };
type Wire = {
  on(event: "parseComplete", listener: () => void): void;
  off(event: "parseComplete", listener: () => void): void;
  stream: { cork(): void; uncork(): void };
  parse(message: { text: string; name: string; types: undefined }): void;
  bind(message: { portal: ""; statement: string; values: unknown[]; binary: false }): void;
  describe(message: { type: "P"; name: "" }): void;
  execute(message: { portal: ""; rows: 0 }): void;
  sync(): void;
};

const namesOf = new WeakMap<object, Set<string>>();

/** Runs the statements in order; the first error rolls all of them back. Instants are ISO texts in UTC. */
export function runPipeline(client: ClientBase, statements: readonly Named[]): Promise<Result[]> {
  const known = namesOf.get(client) ?? new Set<string>();
  namesOf.set(client, known);
  // Everything that can fail is done before the first byte: a pipeline cut short would never be answered.
  const prepared = statements.map(({ text, values, scope }) => ({
    name: nameOf(scope, text),
    text,
    values: values.map(prepareValue),
  }));
  const parsing: string[] = [];
  const results: Result[] = [];
  let fields: { name: string; parse: (text: string) => unknown }[] = [];
  let rows: Record<string, unknown>[] = [];

  let stopCounting: () => void = () => undefined;
  const countParsed = () => {
    const name = parsing.shift();
    if (name) known.add(name);
  };

  return new Promise((resolve, reject) => {
    client.query({
      statements,
      submit(wire: Wire) {
        wire.on("parseComplete", countParsed);
        stopCounting = () => wire.off("parseComplete", countParsed);
        wire.stream.cork();
        for (const { name, text, values } of prepared) {
          if (!known.has(name) && !parsing.includes(name)) {
            wire.parse({ text, name, types: undefined });
            parsing.push(name);
          }
          wire.bind({ portal: "", statement: name, values, binary: false });
          wire.describe({ type: "P", name: "" });
          wire.execute({ portal: "", rows: 0 });
        }
        wire.sync();
        wire.stream.uncork();
        return null;
      },
      handleRowDescription(message: { fields: Field[] }) {
        fields = message.fields.map(({ name, dataTypeID }) => ({
          name,
          parse: parserOf(dataTypeID),
        }));
      },
      handleDataRow(message: { fields: (string | null)[] }) {
        const row: Record<string, unknown> = {};
        fields.forEach(({ name, parse }, index) => {
          const text = message.fields[index] ?? null;
          row[name] = text === null ? null : parse(text);
        });
        rows.push(row);
      },
      handleCommandComplete(message: { text: string }) {
        results.push({ rows, rowCount: Number(/\d+$/.exec(message.text)?.[0] ?? 0) });
        rows = [];
        fields = [];
      },
      handleEmptyQuery() {},
      handlePortalSuspended() {},
      handleError(error: Error) {
        stopCounting();
        reject(error);
      },
      handleReadyForQuery() {
        stopCounting();
        resolve(results);
      },
    } as never);
  });
}

/** What PostgreSQL says of a named statement whose table has changed under it: forget the names and repeat. */
export const forgetNames = (client: ClientBase) => namesOf.delete(client);

const nameCache = new Map<string, string>();
function nameOf(scope: string, text: string): string {
  const key = `${scope}\0${text}`;
  const cached = nameCache.get(key);
  if (cached) return cached;
  const name = createHash("sha256").update(key).digest("base64url").slice(0, 32);
  if (nameCache.size < 5_000) nameCache.set(key, name);
  return name;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;
const TEXT_ARRAY = 1009;
/** From here on types are the schema's own: enums, and arrays of them. */
const FIRST_OWN_TYPE = 16_384;

function parserOf(type: number): (text: string) => unknown {
  if (type === TIMESTAMPTZ) return isoInstant;
  if (type === DATE) return (text) => text;
  if (type === BIGINT) return Number;
  if (type >= FIRST_OWN_TYPE) return enumOrItsArray;
  return types.getTypeParser(type) as (text: string) => unknown;
}

/** `2026-03-01 09:30:00.123456+00` → `2026-03-01T09:30:00.123456Z`: no microsecond is lost on the way. */
const isoInstant = (text: string) => text.replace(" ", "T").replace(/\+00$/, "Z");

const textArray = types.getTypeParser(TEXT_ARRAY as never) as (text: string) => string[];
const enumOrItsArray = (text: string) => (text.startsWith("{") ? textArray(text) : text);
