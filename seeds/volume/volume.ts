// A database as it is after years: invented, and the same for the same sizes and seed.
import type { Client } from "pg";
import { StartUpError } from "../../src/start-up-error";
import { contactBatches, contactOf } from "./contacts";
import { type Batch, copyIn } from "./copy-in";
import { customerBatches, customerOf } from "./customers";
import { disclosureBatches } from "./disclosures";
import { entryBatches } from "./entries";
import type { Sizes, Volume } from "./sizes";
import { activityBatches, userBatches } from "./users";

type Report = (line: string) => void;
type Asked = { sizes: Sizes; seed: number };

/**
 * Through connections of a superuser, several at once. Each batch commits by itself: broken off, it has to begin anew on an
 * empty database. Nothing else should change contacts meanwhile.
 */
export async function seedVolume(
  clients: readonly Client[],
  { sizes, seed }: Asked,
  report: Report,
): Promise<void> {
  const volume: Volume = { sizes, seed, asOf: Date.now() };
  const [client] = clients as [Client];
  await refuseAgain(client, volume);
  for (const each of clients) await each.query("set session_replication_role = replica");
  try {
    const told = timed(report);
    const fill = async (name: string, batches: Generator<Batch>) => {
      await share(clients, batches);
      told(name);
    };
    await fill("customers", customerBatches(volume));
    await fill("users", userBatches(volume));
    await fill("activities", activityBatches(volume));
    const before = await lastChange(client);
    await fill("contacts and their changes", contactBatches(volume, before));
    const after = await lastChange(client);
    if (after > before) await client.query("select setval('feed_change_number', $1)", [after]);
    await fill("disclosures", disclosureBatches(before + 1, after));
    await fill("audit entries", entryBatches(volume));
    await client.query("vacuum (analyze)"); // what autovacuum would come to in time
    told("tidying up");
  } finally {
    for (const each of clients) await each.query("reset session_replication_role");
  }
}

/** Whichever connection is free takes the next batch. */
async function share(clients: readonly Client[], batches: Generator<Batch>): Promise<void> {
  await Promise.all(
    clients.map(async (client) => {
      for (let next = batches.next(); !next.done; next = batches.next())
        await copyIn(client, next.value);
    }),
  );
}

async function lastChange(client: Client): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    "select coalesce(max(change_number), 0) as last from feed",
  );
  return Number(rows[0]!.last);
}

async function refuseAgain(client: Client, volume: Volume): Promise<void> {
  const { rowCount } = await client.query(
    "select from customers where id = $1 union all select from prospects where id = $2",
    [customerOf(0, volume).id, contactOf(0, volume).id],
  );
  if (rowCount)
    throw new StartUpError("This database has grown already. Run npm run reset, and begin anew.");
}

function timed(report: Report): (name: string) => void {
  let before = performance.now();
  return (name) => {
    const now = performance.now();
    report(`${name}: ${((now - before) / 1000).toFixed(1)} s`);
    before = now;
  };
}
