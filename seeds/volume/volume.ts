// A database as it is after years: invented, and the same for the same sizes and seed. What the database derives it derives
// here too, so that bases, what they permit, suppressions and feed agree.
import type { Client } from "pg";
import { asOwner } from "../../src/database/owner";
import { StartUpError } from "../../src/start-up-error";
import { changesOf, disclose, numberChanges } from "./changes";
import { contactBatches } from "./contacts";
import { type Batch, copyIn } from "./copy-in";
import { customerBatches, customerOf } from "./customers";
import { contactOf } from "./contacts";
import { entryBatches } from "./entries";
import type { Volume } from "./sizes";
import { activityBatches, userBatches } from "./users";

type Report = (line: string) => void;
type Part = (volume: Volume) => Generator<Batch>;

const PARTS: readonly (readonly [string, Part])[] = [
  ["customers", customerBatches],
  ["users", userBatches],
  ["activities", activityBatches],
  ["contacts", contactBatches],
  ["audit entries", entryBatches],
];

/** Each batch commits by itself: broken off, it has to begin on an empty database again. */
export async function seedVolume(client: Client, volume: Volume, report: Report): Promise<void> {
  await refuseAgain(client, volume);
  const told = timed(report);
  for (const [name, part] of PARTS) {
    let rows = 0;
    for (const batch of part(volume)) {
      await asOwner(client, () => copyIn(client, batch));
      const [first = []] = Object.values(batch);
      rows += first.length;
    }
    if (rows) told(name);
  }
  for (const change of changesOf(volume)) await asOwner(client, () => change(client));
  await asOwner(client, () => numberChanges(client));
  await asOwner(client, () => disclose(client));
  told("changes");
  await tidy(client);
  told("tidying up");
}

async function refuseAgain(client: Client, volume: Volume): Promise<void> {
  const { rowCount } = await asOwner(client, () =>
    client.query(
      "select from customers where id = $1 union all select from prospects where id = $2",
      [customerOf(0, volume).id, contactOf(0, volume).id],
    ),
  );
  if (rowCount)
    throw new StartUpError("This database has grown already. Run npm run reset, and begin anew.");
}

/** What autovacuum would come to in time. */
async function tidy(client: Client): Promise<void> {
  await client.query("set role owner");
  await client.query("vacuum (analyze)").finally(() => client.query("reset role"));
}

function timed(report: Report): (name: string) => void {
  let before = performance.now();
  return (name) => {
    const now = performance.now();
    report(`${name}: ${((now - before) / 1000).toFixed(1)} s`);
    before = now;
  };
}
