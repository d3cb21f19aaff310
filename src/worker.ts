// The worker: numbers what changed, derives anew what expired, and runs the queue's jobs.
import type { Config } from "./config";
import { allPools, closeDatabase, openDatabase } from "./database/database";
import { checkDatabase } from "./database/start-up-checks";
import { startSealer } from "./audit/sealing/sealer";
import { queueDepth } from "./jobs/depth";
import { startQueue } from "./jobs/queue";
import { waitingIn } from "./jobs/waiting-in";
import { startSequencer } from "./contact-sync/sequencer";
import { openFileStore } from "./files/open-store";
import { loadHashKeys } from "./keys/hash-keys";
import { loadLayersInForce } from "./keys/layers-in-force";
import { loadMasterKey } from "./keys/master-key";
import { startExpiry } from "./lawfulness/expiry";
import { createLog } from "./log";
import { openMail } from "./mail/send";
import { startSeeing } from "./seeing/see";

export type RunningWorker = { metricsAddress: string | null; close(): Promise<void> };

export async function startWorker(config: Config): Promise<RunningWorker> {
  const log = createLog(config.logLevel, "worker");
  loadHashKeys(config.dataDir);
  loadMasterKey(config);
  openMail(config);
  openFileStore(config);
  if (!config.smtpServer && !config.isDevelopment)
    log.warn("SMTP_URL is not set: each mail is a file in DATA_DIR/mail");
  await openDatabase(config, []);
  try {
    await checkDatabase(allPools());
    await loadLayersInForce(config.dataDir);
  } catch (error) {
    await closeDatabase();
    throw error;
  }
  const backlog = {
    queueDepth,
    outboxDepth: () => waitingIn("outbox", "job_sequencer"),
    unsealedDepth: () => waitingIn("audit_unsealed", "job_sealer"),
  };
  const { metricsAddress, stop } = await startSeeing(config, log, {
    processName: "worker",
    backlog,
  });
  const parts = [
    startSequencer(config, log),
    startSealer(config, log),
    startExpiry(log),
    await startQueue(config, log),
  ];
  return {
    metricsAddress,
    close: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await stop();
      await closeDatabase();
    },
  };
}
