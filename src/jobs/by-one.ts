// Work that one process at a time does, again and again, whichever of them it is: the one whose session holds the advisory
// lock. The claim ends with the session; others ask for it each second.
import { Client } from "pg";
import type { Config } from "../config";
import { loginOf, type JobRole } from "../database/roles";
import { repeatedly } from "./repeatedly";

const RETRY_MS = 1_000;

type Work = {
  role: JobRole;
  /** The number of its lock, in the whole program. */
  lock: number;
  /** Answers how long to pause, in milliseconds. */
  round(session: Client): Promise<number>;
  /** Told before it is begun anew, by this process or another. */
  onFailure(error: Error & { code?: string }): void;
};

export function byOneAtATime(config: Config, work: Work): { stop(): Promise<void> } {
  let session: Client | null = null;
  const letGo = async () => {
    const ending = session;
    session = null;
    await ending?.end().catch(() => undefined);
  };
  const loop = repeatedly(async () => {
    try {
      session ??= await lockedSession(config, work);
      return session ? await work.round(session) : RETRY_MS;
    } catch (error) {
      work.onFailure(error as Error);
      await letGo();
      return RETRY_MS;
    }
  });
  return { stop: async () => (await loop.stop(), letGo()) };
}

/** Null while another process has the lock. */
async function lockedSession(
  { database, loginPasswords }: Config,
  { role, lock }: Work,
): Promise<Client | null> {
  const user = loginOf(role);
  const client = new Client({
    ...database,
    user,
    password: loginPasswords[user],
    options: `-c role=${role}`,
    keepAlive: true,
  });
  client.on("error", () => undefined); // the next query fails with it
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>(
      `select pg_try_advisory_lock(${lock}) as got`,
    );
    if (rows[0]?.got) return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return null;
}
