// One job that always throws among many that don't: they finish, and it waits among those that failed, with its reason,
// until an operator runs it again.
import { setTimeout as sleep } from "node:timers/promises";
import { openReceiver } from "../../mail/receiver";
import type { Drill } from "../drill";
import { send } from "../send";
import { mailStates, queueLetters } from "./letters";
import { onStage } from "./stage";

type Failed = { id: string; task: string; attempts: number; reason: string | null };
const FAILED = "{ jobs(onlyFailed: true) { id task attempts reason } }";
const AGAIN =
  "mutation ($input: JobRunAgainInput!) { jobRunAgain(input: $input) { job { state attempts } userErrors { code } } }";
const PATIENCE_MS = 120_000;

export const poisonJob: Drill = {
  name: "poison-job",
  summary: "A job that always throws stops no other, says why it failed, and can be run again.",
  options: {
    jobs: { default: 1_000, minimum: 10, maximum: 10_000, meaning: "jobs beside it" },
  },
  run: ({ seed, jobs = 1_000 }, report) =>
    onStage(async ({ cluster, start, token }) => {
      const receiver = await openReceiver();
      try {
        const api = await start("api");
        const as = token("operator");
        const database = await cluster.superuser();
        const half = Math.floor(jobs / 2);
        const first = await queueLetters(database, half, `a${seed}`);
        const { rows } = await database.query<{ id: string }>(
          `select id from graphile_worker.add_job('send_mail', '{"mailId": "no id"}', max_attempts := 5)`,
        );
        const poison = rows[0]!.id;
        const second = await queueLetters(database, jobs - half, `b${seed}`);
        const startedAt = performance.now();
        await start("worker", { smtpServer: receiver.server });
        const isOver = () => performance.now() - startedAt > PATIENCE_MS;
        while (receiver.received.length < jobs && !isOver()) await sleep(50);
        const seconds = (performance.now() - startedAt) / 1_000;
        const failed = await untilFailed(api.address, as, () => hurry(database), isOver);
        report(`Failed for good: ${failed.map(({ id, reason }) => `${id}, ${reason}`).join("; ")}`);
        const again = await send<{ jobRunAgain: { job: { attempts: number } | null } }>(
          ...([api.address, AGAIN, { input: { id: poison } }, as] as const),
        );
        const failedAgain = await untilFailed(api.address, as, () => hurry(database), isOver);
        const twice =
          receiver.received.length - new Set(receiver.received.map(({ to }) => to)).size;
        const states = await mailStates(database);
        return {
          checks: [
            ["every other mail arrived", receiver.received.length === first.length + second.length],
            ["none of them twice", twice === 0 && states.SENT === jobs],
            [
              "the one that throws is listed, alone",
              failed.length === 1 && failed[0]!.id === poison,
            ],
            ["after all its tries", failed[0]?.attempts === 5],
            ["with its reason, which holds no datum", /22P02/.test(failed[0]?.reason ?? "")],
            [
              "an operator runs it again, from its first try on",
              (again.data.jobRunAgain?.job?.attempts ?? 5) <= 1,
            ],
            ["and it fails again, as it must", failedAgain[0]?.id === poison],
          ],
          figures: { jobs, seconds: Math.round(seconds), perSecond: Math.round(jobs / seconds) },
        };
      } finally {
        await receiver.close();
      }
    }),
};

async function untilFailed(
  address: string,
  token: string,
  whileWaiting: () => Promise<unknown>,
  isOver: () => boolean,
): Promise<Failed[]> {
  for (;;) {
    const { data } = await send<{ jobs: Failed[] }>(address, FAILED, {}, token);
    if (data.jobs.length || isOver()) return data.jobs;
    await whileWaiting();
    await sleep(100);
  }
}

/** The minutes between two tries pass at once. */
const hurry = (database: { query(text: string): Promise<unknown> }) =>
  database.query("update graphile_worker._private_jobs set run_at = now() where run_at > now()");
