// The sealed log as a file: who signs, the heads, what stands in the log's time without a number, and every leaf in order. One
// JSON object a line; `npm run audit:verify` reads it, and docs/privacy/the-sealed-audit.md says how anybody else can.
import { reachOf } from "../../access/scope";
import { copyOut } from "../../database/copy-out";
import { type Fragment, raw, sql } from "../../database/sql";
import { type Actor, inOneTrip } from "../../database/unit-of-work";
import type { Viewer } from "../../viewer/viewer";
import "../scope";
import { LATENESS_MINUTES, type Opening } from "../verifying/bundle-format";
import { canonical, type Json } from "../verifying/canonical";
import { ACCESS_AS_JSON, instant, SEALED_AS_JSON } from "./leaves";
import { auditKeys } from "./signing-key";
import { HEAD_AS_JSON } from "./standing-heads";

type Counted = { rows: number };
type Latest = { size: number; completeAt: string | null };

/** `tree`: the customer whose part it is, or null for all entries. */
export async function* bundleOf(
  viewer: Viewer,
  actor: Actor,
  tree: string | null,
  counted: Counted,
): AsyncGenerator<Buffer> {
  const { madeAt, latest } = await standing(viewer, actor, tree);
  yield lineOf({ format: "zendbox-audit/1", tree, madeAt, keys: auditKeys().verifying });
  if (!latest) return;
  const uncounted = { rows: 0 };
  yield* inOneForm(copyOut(actor, headsUpTo(viewer, tree, latest), "NDJSON", uncounted));
  if (tree === null) yield* inOneForm(copyOut(actor, strays(viewer, latest), "NDJSON", uncounted));
  yield* inOneForm(copyOut(actor, leavesUpTo(viewer, tree, latest.size), "NDJSON", counted));
}

/** PostgreSQL's JSON as the verifier takes it: rows may be cut anywhere in what comes. */
async function* inOneForm(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield Buffer.from(lines.map((line) => `${canonical(JSON.parse(line) as Json)}\n`).join(""));
  }
}

const lineOf = (line: Opening) => Buffer.from(`${canonical(line)}\n`);

const ofTree = (viewer: Viewer, tree: string | null) =>
  sql`${reachOf(viewer, "audit_heads")} and ${tree === null ? raw("h.customer_id is null") : sql`h.customer_id = ${tree}::uuid`}`;

async function standing(viewer: Viewer, actor: Actor, tree: string | null) {
  const [found] = await inOneTrip(actor, [
    sql`select ${raw(instant("statement_timestamp()"))} as "madeAt", (
        select json_build_object('size', h.size, 'completeAt', ${raw(instant("h.complete_at"))}) from audit_heads h
        where ${ofTree(viewer, tree)} order by h.size desc limit 1) as latest`,
  ]);
  return found!.rows[0] as { madeAt: string; latest: Latest | null };
}

const headsUpTo = (viewer: Viewer, tree: string | null, { size }: Latest): Fragment =>
  sql`select json_build_object('head', ${raw(HEAD_AS_JSON)}, 'signature', encode(h.signature, 'hex'))
    from audit_heads h where ${ofTree(viewer, tree)} and h.size <= ${size}::bigint order by h.size`;

/** Whatever was committed so long before the heads were complete stands below one, or came in by another way than ours. */
const strays = (viewer: Viewer, { completeAt }: Latest): Fragment =>
  sql`select json_build_object('stray', json_build_object('id', e.id, 'recordedAt', ${raw(instant("e.recorded_at"))}))
    from audit_entries e
    where ${reachOf(viewer, "audit_entries")}
      and e.recorded_at < ${completeAt}::timestamptz - interval '${raw(String(LATENESS_MINUTES))} minutes'
      and not exists (select from audit_seals s where s.entry_id = e.id)
    order by e.recorded_at`;

export const leavesUpTo = (viewer: Viewer, tree: string | null, size: number): Fragment =>
  tree === null
    ? sql`select json_build_object('leaf', ${raw(SEALED_AS_JSON)}, 'hash', encode(s.leaf_hash, 'hex'), 'chain', encode(s.chain_hash, 'hex'))
        from audit_seals s left join audit_entries e on e.id = s.entry_id
        where ${reachOf(viewer, "audit_seals")} and s.number <= ${size}::bigint order by s.number`
    : sql`select json_build_object('leaf', ${raw(ACCESS_AS_JSON)}, 'hash', encode(a.leaf_hash, 'hex'), 'chain', encode(a.chain_hash, 'hex'))
        from access_log a
        where ${reachOf(viewer, "access_log")} and a.customer_id = ${tree}::uuid and a.number <= ${size}::bigint order by a.number`;
