// While no worker runs entries wait; when one comes back it seals thousands of them, and old ones are no forgeries.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BATCH } from "../../src/audit/sealing/seal-batch";
import { auditVerify } from "../../src/audit/verifying/command";
import { newId } from "../../src/database/uuid";
import { made, OWN_USE, taken } from "../exports/taking";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { sealNow } from "./seal-now";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
});
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const HOUR_MS = 3_600_000;

/** As if they had been written then. */
const enteredAgo = (ages: readonly number[]) =>
  api.database.query(
    `insert into audit_entries (id, recorded_at, action, audience, purpose, operation)
     select i, now() - a * interval '1 millisecond', 'READ', 'SUPPORT', 'NONE', 'backlog'
     from unnest($1::uuid[], $2::float8[]) as e (i, a)`,
    [ages.map((age) => newId(Date.now() - age)), ages],
  );

async function verdict(): Promise<string> {
  const file = await made(api, "privacy", { kind: "SEALED_AUDIT", ...OWN_USE });
  const path = join(api.config.dataDir, "backlog.ndjson");
  writeFileSync(path, Buffer.from(await (await taken(api, file)).arrayBuffer()));
  const said: string[] = [];
  await auditVerify([path], (line) => said.push(line));
  return said.at(-1)!;
}

test("thousands that waited for hours are sealed in order, and the log verifies", async () => {
  const ages = Array.from({ length: 2 * BATCH + 7 }, (_, n) => 3 * HOUR_MS - n * 4_000);
  await enteredAgo(ages);
  expect(await sealNow(api.config)).toBe(ages.length);
  const { rows } = await api.database.query<{ size: string; isComplete: boolean }>(
    `select size, complete_at is not null as "isComplete" from audit_heads where customer_id is null order by size`,
  );
  expect(rows).toEqual([
    { size: String(BATCH), isComplete: false },
    { size: String(2 * BATCH), isComplete: false },
    { size: String(ages.length), isComplete: true },
  ]);
  expect(await verdict()).toBe("UNCHANGED, complete and in order.");
});

test("what is written in for one of those hours afterwards is a forgery", async () => {
  await enteredAgo([HOUR_MS]);
  const { rows } = await api.database.query<{ n: number }>(
    "select (max(number) + (select count(*) from audit_unsealed))::int as n from audit_seals",
  );
  await sealNow(api.config);
  const said = await verdict();
  expect(said).toMatch(/^CHANGED at number \d+: it was written in later than it says\.$/);
  expect(Number(/\d+/.exec(said)![0])).toBe(rows[0]!.n);
});
