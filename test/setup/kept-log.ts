// A log whose lines a test can read.
import { Writable } from "node:stream";
import pino, { type Logger } from "pino";
import { logOptions } from "../../src/log";

type Line = { msg?: string; requestId?: string; [name: string]: unknown };

export function keptLog(): { log: Logger; lines(): Line[] } {
  const kept: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      kept.push(chunk.toString());
      done();
    },
  });
  return {
    log: pino(logOptions("info", "test"), sink),
    lines: () =>
      kept
        .join("")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line),
  };
}
