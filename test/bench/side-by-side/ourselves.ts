// The product as it is installed, with every guard on: a token that is verified each time, cost, both walls, the entry
// of every read. Only the rate is lifted, so that a benchmark may ask as fast as it can.
import { STORY_PEOPLE, type StoryRole } from "../../../seeds/story-people";
import type { Config } from "../../../src/config";
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

/** How the program is started, and where it answers then. */
type Start = (config: Config) => Promise<Pick<Contender, "address" | "pid" | "end">>;
const asInstalled: Start = (config) => startProcess("api", config);

export async function ourselves(
  world: Pick<World, "config" | "users" | "changes">,
  name = "with all guards",
  start = asInstalled,
): Promise<Contender> {
  const { config } = world;
  const server = await start({ ...config, pointsPerSecond: POINTS });
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
export const cursorAt = (changeNumber: number) =>
  cursorOf(
    STORY_PEOPLE.sync.viewer,
    "contactChanges PROSPECT SUBSCRIBER",
    { property: "changeNumber", isDescending: false },
    { value: null, id: String(changeNumber) },
  );
