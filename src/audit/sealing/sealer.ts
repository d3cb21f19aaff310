// The one who seals the audit: every few seconds what waits, a thousand at a time, with a signed head for each batch; and who
// has partitions made for the months that come.
import type { Client } from "pg";
import type { Logger } from "pino";
import type { Config } from "../../config";
import { byOneAtATime } from "../../jobs/by-one";
import { appendHeads, completeHeads, headsPath } from "./heads-file";
import { BATCH, sealBatch } from "./seal-batch";
import { loadAuditKeys } from "./signing-key";
import { HeadNotOurs } from "./standing-heads";

/** A head is at most so much younger than the entries below it. */
const INTERVAL_MS = 3_000;
const PARTITIONS_EVERY_MS = 60 * 60_000;

export function startSealer(config: Config, log: Logger): { stop(): Promise<void> } {
  const keys = loadAuditKeys(config.dataDir);
  const path = headsPath(config.dataDir);
  const fit = partitions(log);
  let begunBy: unknown;
  return byOneAtATime(config, {
    role: "job_sealer",
    lock: 5_200_419,
    round: async (session) => {
      if (begunBy !== session) await completeHeads(path, session);
      begunBy = session;
      const { count, head } = await sealBatch(session, keys);
      if (head) await appendHeads(path, [head]);
      if (count === BATCH) return 0;
      await fit(session);
      return INTERVAL_MS;
    },
    onFailure: (error) =>
      error instanceof HeadNotOurs
        ? log.error(error.message)
        : log.warn({ code: error.code }, "The sealer has to begin anew"),
  });
}

/** Months ahead of their need, so nothing depends on whether it works just now: entries would lie in the default one. */
function partitions(log: Logger): (session: Client) => Promise<void> {
  let dueAt = 0;
  return async (session) => {
    if (Date.now() < dueAt) return;
    dueAt = Date.now() + PARTITIONS_EVERY_MS;
    await session
      .query("select make_audit_partitions()")
      .catch(({ code }: { code?: string }) =>
        log.warn({ code }, "Partitions of the audit could not be made"),
      );
  };
}
