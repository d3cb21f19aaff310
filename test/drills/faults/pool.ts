// Every connection of the staff's login waits: they are told to come back, and nobody else notices.
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PASSWORD } from "../../../seeds/story-people";
import type { Drill } from "../drill";
import { quantile, send } from "../send";
import { onStage } from "./stage";

/** How long an operation waits for a connection, and a machine's slowness. */
const REFUSED_WITHIN_MS = 3_000 + 1_000;
const OTHERS_WITHIN_MS = 2_000;
const QUERY = "{ customers { nodes { activities(first: 1) { nodes { id } } } } }";
const SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }";

export const pool: Drill = {
  name: "pool",
  summary:
    "With every connection taken, the next are told when to come back; health and sign-in go on.",
  options: {
    requests: { default: 100, minimum: 17, maximum: 1_000, meaning: "that ask for a connection" },
  },
  run: ({ seed, requests = 100 }) =>
    onStage(async ({ cluster, start, token }) => {
      const { address } = await start("api");
      const as = token("support");
      await send(address, QUERY, {}, as);
      const database = await cluster.superuser();
      await database.query("begin; lock table activities in access exclusive mode");
      const refused: { ms: number; retryAfter: string | null }[] = [];
      let answered = 0;
      const asked = Array.from({ length: requests }, async () => {
        const startedAt = performance.now();
        const { status, headers } = await ask(address, as);
        if (status === 200) answered += 1;
        else if (status === 503)
          refused.push({
            ms: performance.now() - startedAt,
            retryAfter: headers.get("retry-after"),
          });
      });
      const others = await askOthers(address, seed);
      // those that hold a connection get their answer when the lock goes
      while (refused.length < requests - POOL_SIZE && refused.length + answered < requests)
        await sleep(20);
      await database.query("rollback");
      await Promise.all(asked);
      const again = await send(address, QUERY, {}, as);
      const slowest = Math.max(...refused.map(({ ms }) => ms));
      return {
        checks: [
          [
            "all but those with a connection were told 503, and when to come back",
            refused.length === requests - POOL_SIZE &&
              refused.every(({ retryAfter }) => Number(retryAfter) > 0),
          ],
          [`within ${REFUSED_WITHIN_MS} ms`, slowest <= REFUSED_WITHIN_MS],
          ["those with a connection were answered", answered === POOL_SIZE],
          ["health was told all the while", others.healthy === others.asked],
          ["signing in went on", others.signedIn === others.asked],
          [`both within ${OTHERS_WITHIN_MS} ms`, others.slowestMs <= OTHERS_WITHIN_MS],
          ["afterwards it serves as before", again.status === 200],
        ],
        figures: {
          ...{ requests, refused: refused.length, slowestMs: Math.round(slowest) },
          medianMs: Math.round(
            quantile(
              refused.map(({ ms }) => ms),
              0.5,
            ),
          ),
          othersSlowestMs: Math.round(others.slowestMs),
        },
      };
    }),
};

/** Connections of a login. */
const POOL_SIZE = 16;
const TIMES = 8;

const ask = (address: string, token: string) =>
  fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUERY }),
  });

async function askOthers(address: string, seed: number) {
  let [healthy, signedIn, slowestMs] = [0, 0, 0];
  for (let n = 0; n < TIMES; n += 1) {
    const startedAt = performance.now();
    if ((await fetch(`${address}/readyz`)).status === 200) healthy += 1;
    const input = { emailAddress: `nobody-${seed}-${n}@example.com`, password: STORY_PASSWORD };
    const { status, data } = await send<{ signIn: { userErrors: { code: string }[] } }>(
      ...([address, SIGN_IN, { input }] as const),
    );
    if (status === 200 && data.signIn.userErrors[0]?.code === "SIGN_IN_REFUSED") signedIn += 1;
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  }
  return { healthy, signedIn, slowestMs, asked: TIMES };
}
