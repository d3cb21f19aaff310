// PostGraphile as a contender, on a newer Node.js than ours where there is one. It asks for no token.
import { join } from "node:path";
import { openConnection } from "../side-by-side/connections";
import type { Contender } from "../side-by-side/contender";
import { dataIn, operationBytes } from "../side-by-side/graphql-request";
import { serveIn } from "../side-by-side/serving-child";
import type { WorkloadName } from "../side-by-side/workloads";
import type { World } from "../side-by-side/world";
import { type Feed, IN_OUR_WORDS } from "./in-our-words";
import { newerNode, PEERS } from "./installed";
import { withPlainInstants } from "./plain-instants";
import { CHANGES, DASHBOARD, FIRST_CURSOR, USER_WITH_CUSTOMER } from "./postgraphile-queries";

export async function postgraphile({ databaseUrl, users, changes }: World): Promise<Contender> {
  const served = await serveIn(join(PEERS, "postgraphile", "server.mjs"), {
    env: { DATABASE_URL: databaseUrl, GRAPHILE_ENV: "production" },
    execPath: newerNode(),
  });
  const cursorAt = await cursors(served.address);
  const requests: Record<WorkloadName, Buffer[]> = {
    W1: [operationBytes(DASHBOARD, {})],
    W2: users.map((id) => operationBytes(USER_WITH_CUSTOMER, { id })),
    W3: changes.map((since) => operationBytes(CHANGES, { after: cursorAt(since) })),
  };
  return {
    name: "PostGraphile 5",
    ...served,
    request: (workload, n) => requests[workload][n % requests[workload].length]!,
    dataOf: (workload, body) => IN_OUR_WORDS[workload](withPlainInstants(dataIn(body))),
  };
}

/** A cursor is a list as base64 of JSON: what the order is called, and the number. */
async function cursors(address: string): Promise<(changeNumber: number) => string> {
  const connection = await openConnection(address);
  const { body } = await connection.ask(operationBytes(FIRST_CURSOR, {}));
  connection.close();
  const { endCursor } = (dataIn(body.toString()) as Feed).allFeeds.pageInfo;
  const [order] = JSON.parse(Buffer.from(endCursor, "base64").toString()) as string[];
  return (changeNumber) =>
    Buffer.from(JSON.stringify([order, String(changeNumber)])).toString("base64");
}
