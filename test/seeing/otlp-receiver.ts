// Takes traces as an OpenTelemetry collector does, and reads them: protocol buffers, by hand, for what the tests ask.
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

export type Span = {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  milliseconds: number;
  attributes: Record<string, string | number>;
  isError: boolean;
};

export type Receiver = {
  address: string;
  spans: Span[];
  /** All that came, as it came. */
  bytes(): Buffer;
  stop(): Promise<void>;
};

export async function receiveTraces(): Promise<Receiver> {
  const spans: Span[] = [];
  const received: Buffer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      received.push(body);
      if (request.url === "/v1/traces") spans.push(...spansIn(body));
      response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bytes: () => Buffer.concat(received),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type Fields = Map<number, (bigint | Buffer)[]>;

/** A message's fields by their numbers (opentelemetry/proto/trace/v1/trace.proto). */
function fieldsOf(bytes: Buffer): Fields {
  const fields: Fields = new Map();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number) => bytes.subarray(at, (at += length));
  while (at < bytes.length) {
    const tag = Number(varint());
    const kind = tag & 7;
    const value =
      kind === 0 ? varint() : kind === 1 ? take(8) : kind === 5 ? take(4) : take(Number(varint()));
    fields.set(tag >> 3, [...(fields.get(tag >> 3) ?? []), value]);
  }
  return fields;
}

const messages = (fields: Fields, number: number) =>
  ((fields.get(number) ?? []) as Buffer[]).map(fieldsOf);
const bytesIn = (fields: Fields, number: number) =>
  (fields.get(number)?.[0] ?? Buffer.alloc(0)) as Buffer;

const spansIn = (body: Buffer): Span[] =>
  messages(fieldsOf(body), 1)
    .flatMap((ofResource) => messages(ofResource, 2))
    .flatMap((ofScope) => messages(ofScope, 2))
    .map((span) => ({
      traceId: bytesIn(span, 1).toString("hex"),
      spanId: bytesIn(span, 2).toString("hex"),
      parentSpanId: bytesIn(span, 4).toString("hex"),
      name: bytesIn(span, 5).toString(),
      milliseconds:
        Number(bytesIn(span, 8).readBigUInt64LE() - bytesIn(span, 7).readBigUInt64LE()) / 1e6,
      attributes: Object.fromEntries(messages(span, 9).map(attribute)),
      isError: messages(span, 15)[0]?.get(3)?.[0] === 2n,
    }));

function attribute(pair: Fields): [string, string | number] {
  const [value] = messages(pair, 2);
  const text = value?.get(1)?.[0] as Buffer | undefined;
  return [bytesIn(pair, 1).toString(), text ? text.toString() : Number(value?.get(3)?.[0] ?? 0n)];
}
