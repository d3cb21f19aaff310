// The metrics' own little server: one address, read only, apart from the API's, so that nobody who reaches that one reaches
// this one.
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";
import { StartUpError } from "../start-up-error";

export type MetricsServer = { address: string; stop(): Promise<void> };

export async function serveMetrics(
  registry: Registry,
  { host, port }: { host: string; port: number },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  server.listen({ host, port });
  await once(server, "listening").catch((error: Error) => {
    throw new StartUpError(
      `METRICS_PORT: nothing can listen on ${host}:${port} (${error.message}). Set it to a free port; the worker takes the next one.`,
    );
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host}:${taken}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
