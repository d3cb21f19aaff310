// One batch of the sealer: entries that wait, in the order in which they were committed, get their numbers, hashes and
// heads in one transaction. Either all of it stands afterwards, or they still wait.
import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { newId } from "../../database/uuid";
import { canonical } from "../verifying/canonical";
import { signed, type SignedHead } from "../verifying/head";
import { leafHash, Tree } from "../verifying/merkle";
import { accessOf, ENTRY_AS_JSON, type EntryJson, instant, leafOf } from "./leaves";
import type { AuditKeys } from "./signing-key";
import { subjectsOf, type Subjects } from "./subjects";
import { latestHeads, type StandingHead } from "./standing-heads";

export const BATCH = 1_000;
const SALT_BYTES = 16;

/** `head` is null where nothing waited. */
export type Sealed = { count: number; head: SignedHead | null };

type Waiting = { id: string; entry: EntryJson | null };
/** `takenAt`: what was committed by then is among them, unless they are a full batch. */
type Taken = { waiting: Waiting[]; takenAt: string };

export async function sealBatch(session: Client, keys: AuditKeys): Promise<Sealed> {
  await session.query("begin");
  try {
    const taken = await take(session);
    const head = taken.waiting.length ? await seal(session, keys, taken) : null;
    await session.query("commit");
    return { count: taken.waiting.length, head };
  } catch (error) {
    await session.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function take(session: Client): Promise<Taken> {
  const takenAt = await now(session);
  const { rows } = await session.query<Waiting>(
    `with taken as (
       delete from audit_unsealed where tid in (select tid from audit_unsealed order by tid limit ${BATCH})
       returning tid, entry_id)
     select t.entry_id as id, case when e.id is not null then ${ENTRY_AS_JSON} end as entry
     from taken t left join audit_entries e on e.id = t.entry_id order by t.tid`,
  );
  return { waiting: rows, takenAt };
}

async function seal(
  session: Client,
  keys: AuditKeys,
  { waiting, takenAt }: Taken,
): Promise<SignedHead> {
  const subjects = await subjectsOf(
    session,
    waiting.flatMap(({ entry }) => entry ?? []),
  );
  const customers = [...new Set(subjects.flatMap(({ parts }) => [...parts.keys()]))];
  const heads = await latestHeads(session, customers);
  const trees = new Map([null, ...customers].map((tree) => [tree, treeOf(heads.get(tree))]));
  const firstNumbers = new Map([...trees].map(([tree, { size }]) => [tree, size + 1]));
  const rows = rowsOf(waiting, subjects, trees);
  await session.query(INSERT_SEALS, [JSON.stringify(rows.seals)]);
  if (rows.accesses.length) await session.query(INSERT_ACCESSES, [JSON.stringify(rows.accesses)]);
  const signedAt = await now(session);
  // of a full batch nobody knows whether more waits
  const after = heads.get(null)?.completeAt ?? null;
  const completeAt = waiting.length < BATCH ? takenAt : after;
  const made = [...trees].map(([tree, grown]) => {
    const head = signed(
      {
        ...{ tree, size: grown.size, first: firstNumbers.get(tree)! },
        root: grown.root.toString("hex"),
        ...{ chain: grown.link.toString("hex"), signedAt, completeAt, after },
        keyId: keys.signing.keyId,
      },
      keys.signing.key,
    );
    return { ...head, frontier: grown.frontier };
  });
  await session.query(INSERT_HEADS, [JSON.stringify(made.map(headRow))]);
  return { head: made[0]!.head, signature: made[0]!.signature };
}

const treeOf = (head: StandingHead | undefined) =>
  head ? new Tree(head.size, head.frontier, head.chain) : new Tree();

const bytea = (bytes: Buffer) => `\\x${bytes.toString("hex")}`;

function rowsOf(
  waiting: readonly Waiting[],
  subjects: readonly Subjects[],
  trees: ReadonlyMap<string | null, Tree>,
) {
  const whole = trees.get(null)!;
  const [seals, accesses]: [object[], object[]] = [[], []];
  let known = 0;
  for (const { id, entry } of waiting) {
    const salt = randomBytes(SALT_BYTES);
    const number = whole.size + 1;
    const hash = leafHash(canonical(leafOf(number, salt, entry ?? { id, isLost: true })));
    whole.append(hash);
    const { ids, parts } = entry ? subjects[known++]! : NOBODY;
    seals.push({
      ...{ entry_id: id, number, salt: bytea(salt), leaf_hash: bytea(hash) },
      ...{ chain_hash: bytea(whole.link), subject_ids: ids },
    });
    for (const [tree, own] of parts)
      accesses.push(accessRow(trees.get(tree)!, tree, hash, entry!, own));
  }
  return { seals, accesses };
}

const NOBODY: Subjects = { ids: [], parts: new Map() };

function accessRow(
  grown: Tree,
  tree: string,
  parent: Buffer,
  entry: EntryJson,
  own: readonly string[],
) {
  const leaf = accessOf({ tree, number: grown.size + 1, parent }, entry, own);
  const hash = leafHash(canonical(leaf));
  grown.append(hash);
  return {
    ...{ customer_id: tree, id: entry.id, number: leaf.number, recorded_at: entry.recordedAt },
    ...{ action: entry.action, audience: entry.audience, purpose: entry.purpose },
    ...{ operation: entry.operation, subject_kind: entry.subjectKind, fields: entry.fields },
    ...{ subject_ids: own, parent_hash: bytea(parent), leaf_hash: bytea(hash) },
    chain_hash: bytea(grown.link),
  };
}

type Made = SignedHead & { frontier: Buffer };
const headRow = ({ head, signature, frontier }: Made) => ({
  ...{ id: newId(), customer_id: head.tree, first_number: head.first, size: head.size },
  ...{ root: `\\x${head.root}`, chain_hash: `\\x${head.chain}`, frontier: bytea(frontier) },
  ...{
    signed_at: head.signedAt,
    complete_at: head.completeAt,
    after: head.after,
    key_id: head.keyId,
    signature: `\\x${signature}`,
  },
});

const INSERT_SEALS = `insert into audit_seals (entry_id, number, salt, leaf_hash, chain_hash, subject_ids)
  select * from json_to_recordset($1::json) as r (entry_id uuid, number bigint, salt bytea, leaf_hash bytea, chain_hash bytea,
    subject_ids uuid[])`;
const INSERT_ACCESSES = `insert into access_log (customer_id, id, number, recorded_at, action, audience, purpose, operation,
    subject_kind, fields, subject_ids, parent_hash, leaf_hash, chain_hash)
  select * from json_to_recordset($1::json) as r (customer_id uuid, id uuid, number bigint, recorded_at timestamptz,
    action audit_action, audience text, purpose text, operation text, subject_kind text, fields text[], subject_ids uuid[],
    parent_hash bytea, leaf_hash bytea, chain_hash bytea)`;
const INSERT_HEADS = `insert into audit_heads (id, customer_id, first_number, size, root, chain_hash, frontier, signed_at, complete_at, after, key_id, signature)
  select * from json_to_recordset($1::json) as r (id uuid, customer_id uuid, first_number bigint, size bigint, root bytea,
    chain_hash bytea, frontier bytea, signed_at timestamptz, complete_at timestamptz, after timestamptz, key_id text, signature bytea)`;

async function now(session: Client): Promise<string> {
  const { rows } = await session.query<{ now: string }>(
    `select ${instant("statement_timestamp()")} as now`,
  );
  return rows[0]!.now;
}
