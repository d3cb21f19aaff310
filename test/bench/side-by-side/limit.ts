// The limit as a contender.
import { fork } from "node:child_process";
import { freePort } from "../../../src/database/embedded-address";
import { requestBytes } from "./connections";
import type { Contender } from "./contender";
import type { WorkloadName } from "./workloads";
import type { World } from "./world";

export async function limit({ databaseUrl, users, changes }: World): Promise<Contender> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) };
  const child = fork(require.resolve("../limit/server"), { env });
  await new Promise((ready) => child.once("message", ready));
  const requests: Record<WorkloadName, Buffer[]> = {
    W1: [requestBytes("/W1", {}, null)],
    W2: users.map((id) => requestBytes(`/W2/${id}`, {}, null)),
    W3: changes.map((since) => requestBytes(`/W3/${since}`, {}, null)),
  };
  return {
    name: "L2",
    address: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    request: (workload, n) => requests[workload][n % requests[workload].length]!,
    dataOf: (_workload, body) => (JSON.parse(body) as { data: unknown }).data,
    end: async () => void child.kill(),
  };
}
