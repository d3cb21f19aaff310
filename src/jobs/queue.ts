// The queue: graphile-worker, on a pool that may touch the queue's tables and nothing else. A job's own work enters
// the job's role.
import { EventEmitter, once } from "node:events";
import { Logger as QueueLogger, parseCronItems, run } from "graphile-worker";
import { Pool } from "pg";
import type { Logger } from "pino";
import type { Config } from "../config";
import { AT_START, SCHEDULES } from "./schedules";
import { startTakeover } from "./takeover";
import { tasks } from "./tasks";
import { tellingWhy } from "./tell-why";
import { told } from "./told";

const CONCURRENT_JOBS = 4;
/** How often a job is tried, as in `queue_job`. */
const maxAttempts = 5;

export async function startQueue(
  { database, loginPasswords, publicUrl }: Config,
  log: Logger,
): Promise<{ stop(): Promise<void> }> {
  const user = "login_jobs";
  const pgPool = new Pool({
    ...database,
    user,
    password: loginPasswords[user],
    options: "-c role=queue_owner",
    max: 6,
  });
  const ignore = () => undefined; // whoever waits for an answer is told
  pgPool.on("error", ignore).on("connect", (client) => client.on("error", ignore));
  const events = new EventEmitter();
  const named = once(events, "pool:create") as Promise<[{ workerPool: { id: string } }]>;
  const runner = await run({
    events,
    pgPool,
    taskList: told(tellingWhy(tasks({ publicUrl, log }), log)),
    parsedCronItems: parseCronItems([...SCHEDULES]),
    concurrency: CONCURRENT_JOBS,
    noHandleSignals: true,
    logger: new QueueLogger(() => (level, message) => {
      if (["error", "warning"].includes(level))
        log.warn({ message: message.slice(0, 200) }, "Queue");
    }),
  });
  for (const { task, jobKey } of AT_START) await runner.addJob(task, {}, { jobKey, maxAttempts });
  const [{ workerPool }] = await named;
  const takeover = startTakeover({ database, loginPasswords }, log, workerPool.id);
  return {
    stop: async () => {
      await runner.stop();
      await takeover.stop();
      await pgPool.end();
    },
  };
}
