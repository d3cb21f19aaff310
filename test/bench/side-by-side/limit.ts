// The limit as a contender.
import { requestBytes } from "./connections";
import type { Contender } from "./contender";
import { serveIn } from "./serving-child";
import type { WorkloadName } from "./workloads";
import type { World } from "./world";

export async function limit({ databaseUrl, users, changes }: World): Promise<Contender> {
  const requests: Record<WorkloadName, Buffer[]> = {
    W1: [requestBytes("/W1", {}, null)],
    W2: users.map((id) => requestBytes(`/W2/${id}`, {}, null)),
    W3: changes.map((since) => requestBytes(`/W3/${since}`, {}, null)),
  };
  return {
    name: "L2",
    ...(await serveLimit(databaseUrl)),
    request: (workload, n) => requests[workload][n % requests[workload].length]!,
    dataOf: (_workload, body) => (JSON.parse(body) as { data: unknown }).data,
  };
}

export const serveLimit = (databaseUrl: string) =>
  serveIn(require.resolve("../limit/server"), { env: { DATABASE_URL: databaseUrl } });
