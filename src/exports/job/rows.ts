// The rows of an export as the bytes of its file.
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { reachOf } from "../../access/scope";
import { copyOut } from "../../database/copy-out";
import { every, type Fragment, raw, sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { bundleOf } from "../../audit/sealing/bundle";
import "../../platform-users/scope";
import "../../prospects/scope";
import "../../service-providers/scope";
import "../../subscribers/scope";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import { columnsOf, EXPORTED } from "../columns";
import type { Asked } from "./make-export";
import { type Progress, Unwanted } from "./progress";

/** A COPY that takes longer is cut off. */
const MINUTES_MAXIMUM = 30;

type What = Pick<Asked, "kind" | "format" | "onlyMailable">;

export function queryOf(viewer: Viewer, { kind, format, onlyMailable }: What): Fragment {
  const exported = EXPORTED[kind];
  const isTable = format === "CSV";
  const rows = sql`select ${columnsOf(exported, isTable)} from ${raw(exported.table)}
    where ${every([reachOf(viewer, exported.table), ...(onlyMailable ? [raw("may_email")] : [])])}`;
  return isTable ? rows : sql`select row_to_json(r) from (${rows}) r`;
}

/** How many rows the database thinks there are; counting them would take as long as reading. */
export async function expected(viewer: Viewer, asked: What): Promise<number> {
  const [planned] = await inOneTrip(actorOf(viewer, EXPORTED[asked.kind].kind), [
    sql`explain (format json) ${queryOf(viewer, asked)}`,
  ]);
  const [{ Plan }] = planned?.rows[0]?.["QUERY PLAN"] as [{ Plan: { "Plan Rows": number } }];
  return Plan["Plan Rows"];
}

/** The file's bytes. Throws `Unwanted` once somebody has cancelled it. */
export function written(
  viewer: Viewer,
  { kind, format, isCompressed }: Asked,
  query: Fragment,
  progress: Progress,
): AsyncIterable<Buffer> {
  const actor = {
    ...actorOf(viewer, EXPORTED[kind].kind),
    deadlineAt: performance.now() + MINUTES_MAXIMUM * 60_000,
  };
  const rows = EXPORTED[kind].isSealed
    ? bundleOf(viewer, actor, viewer.customerId, progress)
    : copyOut(actor, query, format, progress);
  const bytes = whileWanted(rows, progress);
  return isCompressed ? compressed(bytes) : bytes;
}

async function* whileWanted(
  rows: AsyncIterable<Buffer>,
  progress: Progress,
): AsyncGenerator<Buffer> {
  for await (const bytes of rows) {
    if (progress.isCancelled) throw new Unwanted();
    yield bytes;
  }
}

async function* compressed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gzip = createGzip({ level: 3 });
  const written = pipeline(bytes, gzip);
  written.catch(() => undefined); // whoever reads is told
  yield* gzip as AsyncIterable<Buffer>;
  await written;
}
