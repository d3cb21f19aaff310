// PostgreSQL is killed under people at work and started again; then its connections are ended twice a second. The process
// lives, says when to come back, serves again within seconds, and shows nobody a foreign row.
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_CUSTOMERS } from "../../../seeds/story-people";
import type { Drill } from "../drill";
import { startCrowd } from "./crowd";
import { ledgerChecks, settle } from "./ledger";
import { onStage } from "./stage";

const READY_WITHIN_MS = 5_000;

export const databaseKill: Drill = {
  name: "database-kill",
  summary:
    "A PostgreSQL that dies under load costs nobody a saved change, and the API outlives it.",
  options: {
    kills: { default: 3, minimum: 1, maximum: 20, meaning: "how often PostgreSQL is killed" },
    seconds: { default: 10, minimum: 1, maximum: 60, meaning: "of ending its connections" },
    people: { default: 8, minimum: 1, maximum: 64, meaning: "people who work at the same time" },
  },
  run: ({ seed, kills = 3, seconds = 10, people = 8 }, report) =>
    onStage(async ({ cluster, start, token }) => {
      const api = await start("api");
      const as = token("marketing");
      const to = { address: api.address, token: as };
      const crowd = startCrowd({
        address: () => api.address,
        token: as,
        people,
        prefix: `d${seed}`,
      });
      const readers = startReaders(api.address, token("administrator"));
      const readyMs: number[] = [];
      let said503 = 0;
      for (let n = 0; n < kills; n += 1) {
        await sleep(700);
        await cluster.kill();
        await sleep(500);
        if (await isAway(api.address)) said503 += 1;
        await cluster.startAgain();
        readyMs.push(await untilReady(api.address));
        report(`Ready ${Math.round(readyMs.at(-1)!)} ms after PostgreSQL`);
      }
      const ending = await cluster.superuser();
      for (let n = 0; n < seconds * 2; n += 1) {
        await ending.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename like 'login\\_%'",
        );
        await sleep(500);
      }
      await untilReady(api.address);
      await crowd.stop();
      const { read, foreign } = await readers.stop();
      await settle(ending, to, crowd.writes);
      const { checks, figures } = await ledgerChecks(ending, to, crowd.writes);
      const [slowest, refused] = [Math.max(...readyMs), crowd.statuses.get(503) ?? 0];
      const other = [...crowd.statuses.keys()].filter((each) => ![200, 409, 503].includes(each));
      return {
        checks: [
          ["the process outlived it", api.isAlive()],
          ["while it was away each was told 503, readiness too", refused > 0 && said503 === kills],
          ["each 503 said when to come back", crowd.silent503 === 0],
          ["nobody was answered anything else", other.length === 0],
          [`ready within ${READY_WITHIN_MS} ms of PostgreSQL`, slowest <= READY_WITHIN_MS],
          ["nobody read a foreign row", read > 0 && foreign === 0],
          ...checks,
        ],
        figures: { kills, ...figures, refused, readyMs: Math.round(slowest), read },
      };
    }),
};

async function isAway(address: string): Promise<boolean> {
  const [ready, alive] = await Promise.all([fetch(`${address}/readyz`), fetch(`${address}/livez`)]);
  return ready.status === 503 && ready.headers.has("retry-after") && alive.status === 200;
}

/** Milliseconds until it says that it is ready. */
async function untilReady(address: string): Promise<number> {
  const startedAt = performance.now();
  while ((await fetch(`${address}/readyz`)).status !== 200) {
    if (performance.now() - startedAt > 60_000) return Infinity;
    await sleep(20);
  }
  return performance.now() - startedAt;
}

/** An administrator who reads all the while, and counts who is of another customer. */
function startReaders(address: string, token: string) {
  let isOver = false;
  let [read, foreign] = [0, 0];
  const own = STORY_CUSTOMERS[0].id;
  const loop = async () => {
    while (!isOver) {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: "{ platformUsers { nodes { customer { id } } } }" }),
      }).catch(() => null);
      if (response?.status !== 200) {
        await sleep(20);
        continue;
      }
      const { data } = (await response.json()) as {
        data: { platformUsers: { nodes: { customer: { id: string } }[] } } | null;
      };
      read += 1;
      foreign +=
        data?.platformUsers.nodes.filter(({ customer }) => customer.id !== own).length ?? 0;
    }
  };
  const working = [loop(), loop()];
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(working);
      return { read, foreign };
    },
  };
}
