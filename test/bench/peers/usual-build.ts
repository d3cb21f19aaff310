// The usual build as a contender: asked in our own words, by a token that it verifies as we do ours.
import { generateKeyPairSync } from "node:crypto";
import { sign } from "jsonwebtoken";
import type { Contender } from "../side-by-side/contender";
import { dataIn, operationBytes } from "../side-by-side/graphql-request";
import { serveIn } from "../side-by-side/serving-child";
import {
  CHANGES,
  DASHBOARD,
  USER_WITH_CUSTOMER,
  type WorkloadName,
} from "../side-by-side/workloads";
import type { World } from "../side-by-side/world";
import { withPlainInstants } from "./plain-instants";

export async function usualBuild({ databaseUrl, users, changes }: World): Promise<Contender> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const token = sign({ sub: "somebody" }, privateKey, { algorithm: "ES256", expiresIn: "1d" });
  const requests: Record<WorkloadName, Buffer[]> = {
    W1: [operationBytes(DASHBOARD, {}, token)],
    W2: users.map((id) => operationBytes(USER_WITH_CUSTOMER, { id }, token)),
    W3: changes.map((since) => operationBytes(CHANGES, { after: String(since) }, token)),
  };
  const PUBLIC_KEY = publicKey.export({ type: "spki", format: "pem" }).toString();
  return {
    name: "the usual build",
    ...(await serveIn(require.resolve("./usual-build/server"), {
      env: { DATABASE_URL: databaseUrl, PUBLIC_KEY },
    })),
    request: (workload, n) => requests[workload][n % requests[workload].length]!,
    dataOf: (_workload, body) => withPlainInstants(dataIn(body)),
  };
}
