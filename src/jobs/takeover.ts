// A worker that is gone leaves its jobs locked. Each worker holds an advisory lock by its name on a session of its own
// for as long as it lives; what is locked by a name that nobody holds is set free, for whoever is there.
import { Client } from "pg";
import type { Logger } from "pino";
import type { Config } from "../config";
import { repeatedly } from "./repeatedly";

const EVERY_MS = 2_000;
/** A worker that begins takes its lock a moment after its first job, at the most. */
const YOUNG = "5 seconds";

const SET_FREE = `
  with lost as materialized (
    select distinct locked_by as name from graphile_worker._private_jobs
    where locked_by is not null and locked_by <> $1 and locked_at < now() - interval '${YOUNG}'),
  ours as materialized (select name from lost where pg_try_advisory_xact_lock(hashtextextended(name, 0)))
  select graphile_worker.force_unlock_workers(array(select name from ours)), (select count(*)::integer from ours) as workers
  where exists (select from ours)`;

type Where = Pick<Config, "database" | "loginPasswords">;

export function startTakeover(config: Where, log: Logger, name: string): { stop(): Promise<void> } {
  let session: Client | undefined;
  const letGo = async () => {
    const ending = session;
    session = undefined;
    await ending?.end().catch(() => undefined);
  };
  const loop = repeatedly(async () => {
    try {
      session ??= await namedSession(config, name);
      const { rows } = await session.query<{ workers: number }>(SET_FREE, [name]);
      if (rows[0]) log.warn({ workers: rows[0].workers }, "Took over from workers that are gone");
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, "The worker's session was lost");
      await letGo();
    }
    return EVERY_MS;
  });
  return { stop: async () => (await loop.stop(), letGo()) };
}

async function namedSession({ database, loginPasswords }: Where, name: string): Promise<Client> {
  const user = "login_jobs";
  const client = new Client({
    ...database,
    user,
    password: loginPasswords[user],
    options: "-c role=queue_owner",
    keepAlive: true,
  });
  client.on("error", () => undefined); // told at the next query
  await client.connect();
  await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
  return client;
}
