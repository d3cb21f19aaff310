// Workers are killed in the middle of many mails: who got one is read from the mail server, never from our own counters.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { dice } from "../../../seeds/world-lists";
import { openReceiver } from "../../mail/receiver";
import type { Drill } from "../drill";
import type { RunningProcess } from "../processes";
import { mailStates, queueLetters } from "./letters";
import { onStage } from "./stage";

const TAKEN_OVER_WITHIN_MS = 10_000;
/** Mails that a worker has under way at the same time. */
const CONCURRENT = 4;
const PATIENCE_MS = 180_000;

export const workerKill: Drill = {
  name: "worker-kill",
  summary: "Workers that are killed send nothing twice, and leave nothing lying.",
  options: {
    mails: { default: 2_000, minimum: 50, maximum: 20_000, meaning: "mails to send" },
    kills: { default: 5, minimum: 1, maximum: 20, meaning: "how often one of two is killed" },
  },
  run: ({ seed, mails = 2_000, kills = 5 }, report) =>
    onStage(async ({ cluster, start }) => {
      const roll = dice(seed);
      const receiver = await openReceiver();
      try {
        const database = await cluster.superuser();
        const addresses = await queueLetters(database, mails, `w${seed}`);
        const startWorker = () => start("worker", { smtpServer: receiver.server });
        const workers: RunningProcess[] = [await startWorker(), await startWorker()];
        const takenOverMs: number[] = [];
        for (let n = 0; n < kills; n += 1) {
          const dueAt = ((n + 1) * mails) / (kills + 2);
          while (receiver.received.length < dueAt) await sleep(5);
          const place = Math.floor(roll() * 2);
          workers[place]!.kill();
          const left = await lockedJobs(database);
          const killedAt = performance.now();
          report(`Killed one at ${receiver.received.length} mails`);
          workers[place] = await startWorker();
          takenOverMs.push(await untilSetFree(database, left, killedAt));
        }
        const startedAt = performance.now();
        while ((await jobsLeft(database)) > 0 && performance.now() - startedAt < PATIENCE_MS)
          await sleep(100);
        const got = receiver.received.map(({ to }) => to);
        const states = await mailStates(database);
        const { rows: doubtful } = await database.query<{ address: string }>(
          `select i.email_address as address from mails m join user_invitations i on i.id = m.about_id
           where m.state in ('HANDED_OVER', 'IN_DOUBT')`,
        );
        const reached = new Set([...got, ...doubtful.map(({ address }) => address)]);
        const slowest = Math.max(...takenOverMs);
        return {
          checks: [
            ["nobody got a mail twice", new Set(got).size === got.length],
            [
              "everybody got one, or is listed as in doubt",
              addresses.every((address) => reached.has(address)),
            ],
            [
              `in doubt are at most ${CONCURRENT} for each death`,
              doubtful.length <= CONCURRENT * kills,
            ],
            ["no job was left", (await jobsLeft(database)) === 0],
            [`taken over within ${TAKEN_OVER_WITHIN_MS} ms`, slowest <= TAKEN_OVER_WITHIN_MS],
          ],
          figures: {
            ...{ mails, kills, received: got.length, inDoubt: doubtful.length },
            sent: states.SENT ?? 0,
            takenOverMs: Math.round(slowest),
          },
        };
      } finally {
        await receiver.close();
      }
    }),
};

async function lockedJobs(database: Client): Promise<{ id: string; by: string }[]> {
  const { rows } = await database.query<{ id: string; by: string }>(
    "select id, locked_by as by from graphile_worker._private_jobs where locked_by is not null",
  );
  return rows;
}

/** Milliseconds until none of these jobs is held by who held it then. */
async function untilSetFree(
  database: Client,
  left: readonly { id: string; by: string }[],
  since: number,
): Promise<number> {
  for (;;) {
    const held = await lockedJobs(database);
    const isHeld = left.some(({ id, by }) => held.some((each) => each.id === id && each.by === by));
    const ms = performance.now() - since;
    if (!isHeld || ms > PATIENCE_MS) return ms;
    await sleep(50);
  }
}

async function jobsLeft(database: Client): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::integer as n from graphile_worker.jobs where task_identifier = 'send_mail'",
  );
  return rows[0]!.n;
}
