// Waits until the pools have let go of what they opened while they started and were looked at: PostgreSQL has two hundred
// connections, and the contenders will need most of them.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";

const AT_MOST = 40;
const PATIENCE_MS = 30_000;
const STEP_MS = 500;

export async function untilQuiet(database: Client): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    const { rowCount } = await database.query(
      "select from pg_stat_activity where backend_type = 'client backend'",
    );
    if ((rowCount ?? 0) <= AT_MOST) return;
    await sleep(STEP_MS);
  }
  throw new Error(`More than ${AT_MOST} connections stay open.`);
}
