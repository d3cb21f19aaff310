// The latest heads of trees, as the next ones follow from them. A head that doesn't bear our signature, or whose subtrees don't
// make its root, is never built on: nothing false gets our signature by standing below something true.
import type { Client } from "pg";
import { type Head, isSigned, keysById } from "../verifying/head";
import { Tree } from "../verifying/merkle";
import { instant } from "./leaves";
import { auditKeys } from "./signing-key";

export type StandingHead = Pick<Head, "size" | "completeAt"> & { frontier: Buffer; chain: Buffer };

type Row = { head: Head; signature: string; frontier: Buffer };

export const HEAD_AS_JSON = `json_build_object('tree', h.customer_id, 'size', h.size, 'first', h.first_number, 'root', encode(h.root, 'hex'),
  'chain', encode(h.chain_hash, 'hex'), 'signedAt', ${instant("h.signed_at")},
  'completeAt', ${instant("h.complete_at")}, 'after', ${instant("h.after")}, 'keyId', h.key_id)`;

/** The log was changed by other hands than ours. */
export class HeadNotOurs extends Error {
  override name = "HeadNotOurs";
  constructor({ tree, size }: Head) {
    super(
      `The audit's head of size ${size}${tree ? ` of the customer ${tree}` : ""} is not what was signed: nothing more is sealed. Verify the log and its heads.`,
    );
  }
}

/** By tree: null is that of all entries. */
export async function latestHeads(
  session: Client,
  customers: readonly string[],
): Promise<Map<string | null, StandingHead>> {
  const { rows } = await session.query<Row>(
    `select ${HEAD_AS_JSON} as head, encode(h.signature, 'hex') as signature, h.frontier
     from (
       (select * from audit_heads where customer_id is null order by size desc limit 1)
       union all select l.* from unnest($1::uuid[]) as tree
       cross join lateral (select * from audit_heads where customer_id = tree order by size desc limit 1) l) h`,
    [customers],
  );
  const keys = keysById(auditKeys().verifying);
  return new Map(
    rows.map(({ head, signature, frontier }) => {
      const chain = Buffer.from(head.chain, "hex");
      const { root } = new Tree(head.size, frontier, chain);
      if (!isSigned({ head, signature }, keys) || root.toString("hex") !== head.root)
        throw new HeadNotOurs(head);
      const { size, completeAt } = head;
      return [head.tree, { size, completeAt, frontier, chain }];
    }),
  );
}
