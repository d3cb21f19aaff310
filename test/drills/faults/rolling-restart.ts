// Two API processes behind a balancer are replaced one after the other, as a deployment does: nobody notices.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Drill } from "../drill";
import type { RunningProcess } from "../processes";
import { startCrowd } from "./crowd";
import { ledgerChecks } from "./ledger";
import { onStage } from "./stage";

const DRAIN_SECONDS = 1;

export const rollingRestart: Drill = {
  name: "rolling-restart",
  summary: "Two API processes are replaced one by one under load, and no request fails.",
  options: {
    rounds: { default: 3, minimum: 1, maximum: 50, meaning: "how often both are replaced" },
    people: { default: 16, minimum: 1, maximum: 64, meaning: "people who work at the same time" },
  },
  run: ({ seed, rounds = 3, people = 16 }, report) =>
    onStage(async ({ cluster, start, token }) => {
      const startApi = () => start("api", { drainSeconds: DRAIN_SECONDS });
      const serving = [await startApi(), await startApi()];
      const balancer = await startBalancer(() => serving);
      try {
        const as = token("marketing");
        const address = () => balancer.address;
        const crowd = startCrowd({ address, token: as, people, prefix: `r${seed}` });
        const codes: (number | null)[] = [];
        for (let n = 0; n < rounds * 2; n += 1) {
          const leaving = serving[n % 2]!;
          serving.push(await startApi());
          await sleep(300);
          codes.push(await leaving.terminate());
          serving.splice(n % 2, 1, serving.pop()!);
          report(`Replaced one after ${crowd.writes.length} writes`);
        }
        await sleep(300);
        await crowd.stop();
        const database = await cluster.superuser();
        const done = crowd.writes.filter(({ acknowledged }) => acknowledged !== null);
        const last = crowd.writes.length - done.length; // asked for when the crowd was told to stop
        const { checks, figures } = await ledgerChecks(
          ...([database, { address: serving[0]!.address, token: as }, done] as const),
        );
        const failed = [...crowd.statuses].filter(([status]) => status !== 200);
        return {
          checks: [
            ["no request failed", failed.length === 0 && last === 0],
            ["each process ended in good order", codes.every((code) => code === 0)],
            ...checks,
          ],
          figures: {
            ...{ replaced: codes.length, requests: crowd.statuses.get(200) ?? 0 },
            ...{ failed: failed.reduce((sum, [, n]) => sum + n, 0), ...figures },
          },
        };
      } finally {
        await balancer.close();
      }
    }),
};

const CHECK_EVERY_MS = 200;

/** Asks each for its readiness, passes requests on in turn, and repeats nothing. */
async function startBalancer(processes: () => readonly RunningProcess[]) {
  let ready = processes().map(({ address }) => address);
  let turn = 0;
  let isClosed = false;
  const checking = (async () => {
    while (!isClosed) {
      const asked = await Promise.all(
        processes().map(async ({ address }) => {
          const answer = await fetch(`${address}/readyz`).catch(() => null);
          return answer?.status === 200 ? [address] : [];
        }),
      );
      ready = asked.flat();
      await sleep(CHECK_EVERY_MS);
    }
  })();
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    passOn(incoming, outgoing, ready[turn % ready.length]!);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      isClosed = true;
      await checking;
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, to: string): void {
  const { method, url, headers } = incoming;
  const onward = request(`${to}${url}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.headersSent || outgoing.writeHead(502).end());
  incoming.pipe(onward);
}
