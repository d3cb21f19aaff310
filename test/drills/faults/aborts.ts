// Minutes of mixed load whose clients go away in the middle: memory, connections and handles stay, and what nobody waits
// for is gone from PostgreSQL at once.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { dice } from "../../../seeds/world-lists";
import { seedVolume } from "../../../seeds/volume/volume";
import { loadHashKeys } from "../../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../../src/keys/layers-in-force";
import { loadMasterKey } from "../../../src/keys/master-key";
import { DASHBOARD } from "../../bench/side-by-side/workloads";
import type { Check, Drill } from "../drill";
import { quantile } from "../send";
import { growthPerMinute, openHandles, residentMiB } from "./process-counts";
import { onStage } from "./stage";

const GONE_WITHIN_MS = 1_000;
/** From so many seconds on a slope says something: before, a process still warms up. */
const SLOPES_FROM_SECONDS = 60;
const MEMORY_GROWTH_MAXIMUM = 0.1;
/** Six logins, sixteen connections each. */
const BACKENDS_MAXIMUM = 96;
const SIZES = { customers: 100, users: 4_000, contacts: 2_000, activities: 20_000, changes: 0 };
const WRITE =
  "mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { prospect { id } } }";

type Sample = { ms: number; memory: number; backends: number; handles: number };

export const aborts: Drill = {
  name: "aborts",
  summary:
    "Under mixed load with clients that go away, nothing grows, and what they asked for is cancelled.",
  options: {
    seconds: { default: 120, minimum: 5, maximum: 3_600, meaning: "of load" },
    clients: { default: 12, minimum: 1, maximum: 200, meaning: "clients at the same time" },
  },
  run: ({ seed, seconds = 120, clients = 12 }, report) =>
    onStage(async ({ cluster, start, token }) => {
      loadHashKeys(cluster.config.dataDir);
      loadMasterKey(cluster.config);
      const database = await cluster.superuser();
      await loadLayersAsOwner(database, cluster.config.dataDir);
      await seedVolume([database, await cluster.superuser()], { sizes: SIZES, seed }, report);
      const api = await start("api");
      const [support, marketing] = [token("support"), token("marketing")];
      const counts = { answered: 0, aborted: 0, other: 0 };
      const roll = dice(seed);
      let isOver = false;
      const startedAt = performance.now();
      const one = async (client: number) => {
        for (let n = 0; !isOver; n += 1) {
          const chance = roll();
          const leaving = chance < 0.3 ? AbortSignal.timeout(Math.floor(roll() * 25)) : undefined;
          const [query, variables, as] =
            chance > 0.85
              ? [WRITE, created(`${seed}-${client}-${n}`), marketing]
              : [DASHBOARD, {}, support];
          const status = await post(api.address, { query, variables }, as, leaving);
          counts[status === 200 ? "answered" : status === null && leaving ? "aborted" : "other"] +=
            1;
        }
      };
      const working = Array.from({ length: clients }, (_, client) => one(client));
      const samples: Sample[] = [];
      while (performance.now() - startedAt < seconds * 1_000) {
        await sleep(500);
        samples.push({
          ...{ ms: performance.now() - startedAt, memory: residentMiB(api.pid) },
          ...{ backends: await backends(database), handles: openHandles(api.pid) },
        });
      }
      isOver = true;
      await Promise.all(working);
      const gone = await cancelTimes(api.address, support, cluster.superuser);
      const half = samples.slice(samples.length / 2);
      const slope = (figure: keyof Sample) =>
        growthPerMinute(half.map((each) => [each.ms, each[figure]] as const));
      const [memory, backendSlope, handles] = [
        slope("memory"),
        slope("backends"),
        slope("handles"),
      ];
      const most = Math.max(...samples.map((each) => each.backends));
      const slopes: Check[] = [
        [
          "memory grows by less than a tenth in a minute",
          memory < MEMORY_GROWTH_MAXIMUM * half[0]!.memory,
        ],
        ["nor do connections to PostgreSQL grow", backendSlope < 2],
        ["nor open handles", handles < 5],
      ];
      return {
        checks: [
          ["clients went away in the middle", counts.aborted > 0],
          ["everybody else was answered", counts.answered > 0 && counts.other === 0],
          [`never more than ${BACKENDS_MAXIMUM} connections`, most <= BACKENDS_MAXIMUM],
          [
            `what they asked for was gone within ${GONE_WITHIN_MS} ms`,
            Math.max(...gone) <= GONE_WITHIN_MS,
          ],
          ...(seconds >= SLOPES_FROM_SECONDS ? slopes : []),
        ],
        figures: {
          ...{ seconds, ...counts, memoryMiB: Math.round(samples.at(-1)!.memory) },
          memoryPerMinute: tenth(memory),
          ...{ backends: most, backendsPerMinute: tenth(backendSlope) },
          ...{ handles: samples.at(-1)!.handles, handlesPerMinute: tenth(handles) },
          ...{
            goneMs: Math.round(quantile(gone, 0.5)),
            goneSlowestMs: Math.round(Math.max(...gone)),
          },
        },
      };
    }),
};

const tenth = (value: number) => Math.round(value * 10) / 10;

const created = (name: string) => ({
  input: {
    ...{ name: "One of many", kind: "PARTNER", emailAddress: `${name}@aborts.example.com` },
    ...{ source: "A drill", basis: "LEGITIMATE_INTERESTS" },
  },
});

/** The status; null where no answer came. */
async function post(
  address: string,
  asked: object,
  token: string,
  signal?: AbortSignal,
): Promise<number | null> {
  try {
    const response = await fetch(`${address}/graphql`, {
      ...{ method: "POST", body: JSON.stringify(asked), signal: signal ?? null },
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    });
    await response.text();
    return response.status;
  } catch {
    return null;
  }
}

async function backends(database: Client): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::integer as n from pg_stat_activity where usename like 'login\\_%'",
  );
  return rows[0]!.n;
}

const TIMES = 10;

/** Milliseconds from a client's leaving to the end of its statement, which waits for a lock. */
async function cancelTimes(
  address: string,
  token: string,
  superuser: () => Promise<Client>,
): Promise<number[]> {
  const [holder, watcher] = [await superuser(), await superuser()];
  const running = async () => {
    const { rowCount } = await watcher.query(
      "select from pg_stat_activity where usename = 'login_staff' and state = 'active'",
    );
    return rowCount ?? 0;
  };
  const until = async (isSo: (n: number) => boolean) => {
    while (!isSo(await running())) await sleep(2);
  };
  await until((n) => n === 0);
  await holder.query("begin; lock table activities in access exclusive mode");
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const leaving = new AbortController();
    const asked = post(address, { query: DASHBOARD }, token, leaving.signal);
    await until((running) => running > 0);
    const leftAt = performance.now();
    leaving.abort();
    await until((running) => running === 0);
    times.push(performance.now() - leftAt);
    await asked;
  }
  await holder.query("rollback");
  return times;
}
