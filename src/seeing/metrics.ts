// The metrics of a process, told to Prometheus. Loaded only where they are asked for.
import { Registry } from "prom-client";
import { countInto } from "./counts";
import { type Backlog, gaugesIn } from "./gauges";
import { serveMetrics } from "./metrics-server";

type Where = { processName: string; host: string; port: number; backlog: Backlog | null };

export async function startMetrics({ processName, host, port, backlog }: Where) {
  const registry = new Registry();
  registry.setDefaultLabels({ process: processName });
  gaugesIn(registry, backlog);
  const server = await serveMetrics(registry, { host, port });
  const counting = countInto(registry);
  const stop = async () => {
    counting.stop();
    await server.stop();
  };
  return { address: server.address, stop };
}
