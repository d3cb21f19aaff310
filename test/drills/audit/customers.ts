// Each customer's part of the log: verified from its file alone, with nobody else's people in it.
import type { Client } from "pg";
import { bundleOf } from "../../../src/audit/sealing/bundle";
import { verify } from "../../../src/audit/verifying/verify";
import { actorOf } from "../../../src/viewer/actor";
import { PUBLIC_VIEWER, type Viewer } from "../../../src/viewer/viewer";

export type OfCustomers = {
  customers: number;
  verified: number;
  /** Identifiers that are neither the customer's, nor its people's, nor of an entry. */
  foreign: number;
  /** Lines that tell how many somebody else's are: numbers of the whole log, or counts of rows. */
  counts: number;
};

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export async function ofEachCustomer(database: Client): Promise<OfCustomers> {
  const found = { customers: 0, verified: 0, foreign: 0, counts: 0 };
  const { rows } = await database.query<{ customer: string; own: string[]; entries: string[] }>(
    `select c.id as customer,
       array(select id from platform_users u where u.customer_id = c.id
         union select id from customer_contacts k where k.customer_id = c.id) as own,
       array(select a.id from access_log a where a.customer_id = c.id) as entries
     from customers c where exists (select from access_log a where a.customer_id = c.id)`,
  );
  for (const { customer, own, entries } of rows) {
    const lines = await linesOf(customer);
    const known = new Set([customer, ...own, ...entries]);
    const { fault, leaves } = await verify(each(lines));
    found.customers += 1;
    if (!fault && leaves === entries.length) found.verified += 1;
    for (const line of lines) {
      found.foreign += (line.match(ID) ?? []).filter((id) => !known.has(id)).length;
      if (/"(rowCount|viewerId|requestId|firstChange)"/.test(line)) found.counts += 1;
    }
  }
  return found;
}

async function linesOf(customerId: string): Promise<string[]> {
  const viewer: Viewer = {
    ...PUBLIC_VIEWER,
    audience: "ACCOUNT_ADMINISTRATOR",
    customerId,
    id: customerId,
  };
  const pieces: Buffer[] = [];
  for await (const bytes of bundleOf(viewer, actorOf(viewer, "GOVERNANCE"), customerId, {
    rows: 0,
  }))
    pieces.push(bytes);
  return Buffer.concat(pieces).toString().trimEnd().split("\n");
}

async function* each(lines: readonly string[]) {
  yield* lines;
}
