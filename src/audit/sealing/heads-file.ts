// Heads outside the database: a line for each head of the tree of all entries, in DATA_DIR/audit/heads.ndjson, appended after
// its commit and brought to the disk. Whoever cuts off the end of the log, or puts an older database in its place, is found
// out by it; a copy elsewhere is worth more still.
import { existsSync, mkdirSync } from "node:fs";
import { appendFile, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Client } from "pg";
import { canonical } from "../verifying/canonical";
import type { SignedHead } from "../verifying/head";
import { HEAD_AS_JSON } from "./standing-heads";

export const headsPath = (dataDir: string) => join(dataDir, "audit", "heads.ndjson");

export async function appendHeads(path: string, heads: readonly SignedHead[]): Promise<void> {
  if (!heads.length) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "a", 0o600);
  try {
    await file.write(heads.map((head) => `${canonical(head)}\n`).join(""));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Adds what was committed and didn't reach the file any more: a process died in between. */
export async function completeHeads(path: string, session: Client): Promise<void> {
  const { size, isCutOff } = await endOf(path);
  if (isCutOff) await appendFile(path, "\n");
  const { rows } = await session.query<SignedHead>(
    `select ${HEAD_AS_JSON} as head, encode(h.signature, 'hex') as signature
     from audit_heads h where h.customer_id is null and h.size > $1 order by h.size`,
    [size],
  );
  await appendHeads(path, rows);
}

/** Enough for many lines. */
const TAIL_BYTES = 65_536;

/** The size that the last whole line tells, and whether a crash has cut one off behind it. */
async function endOf(path: string): Promise<{ size: number; isCutOff: boolean }> {
  if (!existsSync(path)) return { size: 0, isCutOff: false };
  const file = await open(path);
  try {
    const { size: length } = await file.stat();
    const from = Math.max(0, length - TAIL_BYTES);
    const tail = Buffer.alloc(length - from);
    await file.read(tail, 0, tail.length, from);
    const text = tail.toString();
    return { size: Math.max(0, ...text.split("\n").map(sizeIn)), isCutOff: !/(^|\n)$/.test(text) };
  } finally {
    await file.close();
  }
}

function sizeIn(line: string): number {
  try {
    return (JSON.parse(line) as SignedHead).head.size;
  } catch {
    return 0; // cut off
  }
}
