// The least that a client can be: connections that are kept, one request at a time on each, and answers read by their
// content-length. What it costs is taken from every contender alike.
import { connect, type Socket } from "node:net";

export type Reply = { status: number; body: Buffer };
export type Connection = { ask(request: Buffer): Promise<Reply>; close(): void };

const HEAD_END = Buffer.from("\r\n\r\n");

export function requestBytes(
  path: string,
  headers: Record<string, string>,
  body: string | null,
): Buffer {
  const length = body === null ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ host: "localhost", ...headers, ...length }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const method = body === null ? "GET" : "POST";
  return Buffer.from([`${method} ${path} HTTP/1.1`, ...lines, "", body ?? ""].join("\r\n"));
}

export async function openConnection(address: string): Promise<Connection> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) =>
    socket.once("connect", resolve).once("error", reject),
  );
  return { ask: (request) => askOn(socket, request), close: () => socket.destroy() };
}

function askOn(socket: Socket, request: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) throw new Error("The connection was closed meanwhile.");
    let chunks: Buffer[] = [];
    let length = 0;
    let head: { status: number; bodyStart: number; total: number } | null = null;
    const settle = (act: () => void) => {
      socket.off("data", onData).off("close", onClose);
      act();
    };
    const onClose = () => settle(() => reject(new Error("The connection was closed.")));
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (!head) {
        const start = chunks.length === 1 ? chunk : Buffer.concat(chunks, length);
        chunks = [start];
        try {
          head = headIn(start);
        } catch (error) {
          return settle(() => reject(error instanceof Error ? error : new Error("No answer.")));
        }
      }
      if (!head || length < head.total) return;
      const { status, bodyStart } = head;
      const whole = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
      settle(() => resolve({ status, body: whole.subarray(bodyStart) }));
    };
    socket.on("data", onData).on("close", onClose);
    socket.write(request);
  });
}

function headIn(bytes: Buffer) {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const text = bytes.toString("latin1", 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  if (length === undefined) throw new Error(`An answer without content-length: ${text}`);
  const bodyStart = end + HEAD_END.length;
  return { status: Number(text.slice(9, 12)), bodyStart, total: bodyStart + Number(length) };
}
