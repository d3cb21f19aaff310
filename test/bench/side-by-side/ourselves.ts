// The product as it is installed, with every guard on: a token that is verified each time, cost, both walls, the entry
// of every read. Only the rate is lifted, so that a benchmark may ask as fast as it can.
import { STORY_PEOPLE, type StoryRole } from "../../../seeds/story-people";
import { cursorOf } from "../../../src/graphql/cursor";
import { loadKeys } from "../../../src/viewer/keys";
import { issueToken } from "../../../src/viewer/tokens";
import { startProcess } from "../../drills/processes";
import type { Contender } from "./contender";
import { dataIn, operationBytes } from "./graphql-request";
import { CHANGES, DASHBOARD, USER_WITH_CUSTOMER, type WorkloadName } from "./workloads";
import type { World } from "./world";

const POINTS = 1_000_000_000;
const ROLES = { W1: "support", W2: "support", W3: "sync" } as const satisfies Record<
  WorkloadName,
  StoryRole
>;

export async function ourselves(world: World, name = "with all guards"): Promise<Contender> {
  const { config } = world;
  const server = await startProcess("api", { ...config, pointsPerSecond: POINTS });
  const keys = await loadKeys(config.dataDir);
  const tokenOf = (role: StoryRole) =>
    issueToken(keys, {
      publicUrl: config.publicUrl,
      viewer: STORY_PEOPLE[role].viewer,
      secondsToLive: 24 * 60 * 60,
    });
  const requestOf = (workload: WorkloadName, query: string, variables: object = {}) =>
    operationBytes(query, variables, tokens[ROLES[workload]]);
  const tokens = { support: tokenOf("support"), sync: tokenOf("sync") };
  const requests: Record<WorkloadName, Buffer[]> = {
    W1: [requestOf("W1", DASHBOARD)],
    W2: world.users.map((id) => requestOf("W2", USER_WITH_CUSTOMER, { id })),
    W3: world.changes.map((since) => requestOf("W3", CHANGES, { after: cursorAt(since) })),
  };
  return {
    name,
    address: server.address,
    pid: server.pid,
    request: (workload, n) => requests[workload][n % requests[workload].length]!,
    dataOf: (_workload, body) => dataIn(body),
    end: server.end,
  };
}

/** As the feed itself would have given it to the tool. */
const cursorAt = (changeNumber: number) =>
  cursorOf(
    STORY_PEOPLE.sync.viewer,
    "contactChanges PROSPECT SUBSCRIBER",
    { property: "changeNumber", isDescending: false },
    { value: null, id: String(changeNumber) },
  );
