// The one who numbers changes. It holds an advisory lock on a session of its own, takes committed outbox rows and
// appends them to the feed in the order of their numbers; other workers ask for the lock each second.
import { Client } from "pg";
import type { Logger } from "pino";
import type { Config } from "../config";
import { repeatedly } from "../jobs/repeatedly";

const LOCK = 5_200_418;
const INTERVAL_MS = 20;
const RETRY_MS = 1_000;
const BATCH = 5_000;

const NUMBER = `with d as (
    delete from outbox where tid in (select tid from outbox order by tid limit ${BATCH}) returning *
  ), s as (select * from d order by tid)
  insert into feed (change_number, subject_kind, subject_id)
  select nextval('feed_change_number'), subject_kind, subject_id from s`;

export function startSequencer(config: Config, log: Logger): { stop(): Promise<void> } {
  let session: Client | undefined;
  const letGo = async () => {
    const ending = session;
    session = undefined;
    await ending?.end().catch(() => undefined);
  };
  const round = async () => {
    try {
      session ??= await lockedSession(config);
      if (!session) return RETRY_MS;
      const { rowCount } = await session.query(NUMBER);
      return rowCount === BATCH ? 0 : INTERVAL_MS;
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, "The sequencer lost its connection");
      await letGo();
      return RETRY_MS;
    }
  };
  const loop = repeatedly(round);
  return { stop: async () => (await loop.stop(), letGo()) };
}

async function lockedSession({ database, loginPasswords }: Config): Promise<Client | undefined> {
  const user = "login_jobs";
  const client = new Client({
    ...database,
    user,
    password: loginPasswords[user],
    options: "-c role=job_sequencer",
    keepAlive: true,
  });
  client.on("error", () => undefined); // the next query fails with it
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>(
      `select pg_try_advisory_lock(${LOCK}) as got`,
    );
    if (rows[0]?.got) return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return undefined;
}
