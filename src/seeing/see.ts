// What an operator can see of a process, each part only where it is asked for: metrics, a line for what is slow, traces.
// The kernel tells; here it is listened to, and nothing is told that nobody listens to.
import type { Logger } from "pino";
import type { Config } from "../config";
import type { Backlog } from "./gauges";
import { logSlowOperations } from "./slow-operations";

export type Seeing = {
  /** Where the metrics are; null where there are none. */
  metricsAddress: string | null;
  stop(): Promise<void>;
};
type Part = { stop(): Promise<void> };
/** A worker tells of what waits in the database too. */
type Seen = { processName: "api" } | { processName: "worker"; backlog: Backlog };

export async function startSeeing(config: Config, log: Logger, seen: Seen): Promise<Seeing> {
  const parts: Part[] = [];
  const stop = async () => void (await Promise.all(parts.map((part) => part.stop())));
  try {
    const metrics = await startMetrics(config, seen);
    if (metrics) parts.push(metrics);
    if (seen.processName === "api" && log.isLevelEnabled("warn"))
      parts.push(logSlowOperations(log, config.slowOperationMs));
    if (config.isTracing) parts.push(await startTraces(config, log, seen));
    return { metricsAddress: metrics?.address ?? null, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The worker's are on the next port: it runs beside the API. */
async function startMetrics({ metricsPort, metricsHost: host }: Config, seen: Seen) {
  if (metricsPort === null) return null;
  const { startMetrics: start } = await import("./metrics.js");
  const isApi = seen.processName === "api";
  const port = isApi || metricsPort === 0 ? metricsPort : metricsPort + 1;
  return start({
    ...{ processName: seen.processName, host, port },
    backlog: isApi ? null : seen.backlog,
  });
}

async function startTraces({ trustedProxies }: Config, log: Logger, { processName }: Seen) {
  const { startTracing } = await import("./tracing.js");
  return startTracing({ processName, trustedProxies, log });
}
